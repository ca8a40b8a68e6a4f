"""The nouns: what each verb takes and gives. Frozen, slotted, with tuples inside."""
