"""What the Markdown parser is taught: rules of its own, by block and by line."""
