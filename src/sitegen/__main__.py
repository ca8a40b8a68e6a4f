"""`sitegen` and `python -m sitegen`: arguments become an exit code."""

import gc
import sys


def main() -> int:
    """Run the command line."""
    try:
        from sitegen.engine.workers import rare_collections

        with rare_collections():
            from sitegen.cli.main import run

            try:
                return run(sys.argv[1:])
            finally:
                # The process ends, and its memory with it: to look once more for circles in all of it costs a tenth of
                # a short build.
                gc.freeze()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
