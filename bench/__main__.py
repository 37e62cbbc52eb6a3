"""`python -m bench`: every job in turn, each in a process of its own. Ends with 1 when a ratio is over its limit.

`python -m bench search` runs that job alone. Jobs that mean something else on PostgreSQL run there too.
"""

import subprocess
import sys
from pathlib import Path

JOBS = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
ON_POSTGRESQL_TOO = {"keys", "looks", "search"}


def main() -> int:
    over = []
    for job in sys.argv[1:] or JOBS:
        over += [job] if _fails(job) else []
        if job in ON_POSTGRESQL_TOO:
            over += (
                [f"{job} on PostgreSQL"]
                if _fails(job, "-m", "tools.throwaway_postgresql", sys.executable)
                else []
            )
    print(f"\nOver the limit: {', '.join(over)}" if over else "\nEverything within its limit.")
    return 1 if over else 0


def _fails(job: str, *before: str) -> bool:
    print(f"\n== {job} {'on PostgreSQL' if before else ''}", flush=True)
    return subprocess.run([sys.executable, *before, "-m", f"bench.{job}"]).returncode != 0


if __name__ == "__main__":
    sys.exit(main())
