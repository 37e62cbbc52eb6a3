"""`python -m bench`: every job in turn, each in a process of its own. Ends with 1 when a ratio is over its limit."""

import subprocess
import sys
from pathlib import Path

JOBS = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))


def main() -> int:
    over = []
    for job in sys.argv[1:] or JOBS:
        print(f"\n== {job}", flush=True)
        if subprocess.run([sys.executable, "-m", f"bench.{job}"]).returncode:
            over.append(job)
    print(f"\nOver the limit: {', '.join(over)}" if over else "\nEverything within its limit.")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
