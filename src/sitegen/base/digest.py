"""Short, stable names for bytes."""

from hashlib import blake2b


def digest(data: bytes) -> str:
    """Return 128 bits of BLAKE2b as 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()
