"""What programs read of a command's result."""

import codecs
import json
import sys


def print_document(document: object) -> None:
    """Print one JSON document on stdout; where that is not UTF-8, other signs are escaped (RFC 8259, section 7)."""
    unicode = codecs.lookup(sys.stdout.encoding or "utf-8").name == "utf-8"
    print(json.dumps(document, ensure_ascii=not unicode, indent=2))
