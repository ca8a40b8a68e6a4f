"""`sitegen` and `python -m sitegen`: arguments become an exit code."""

import sys


def main() -> int:
    """Run the command line."""
    try:
        from sitegen.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
