"""Memory of the workers of a server, as Linux counts it."""

from pathlib import Path


def of_workers(pid: int) -> dict[str, float | None]:
    """Return the mean memory of a process's children in bytes: PSS, what is shared is divided; None elsewhere."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    if not children.exists():
        return {"each": None}
    sizes = [_pss(child) for child in children.read_text().split()]
    return {"each": sum(sizes) / len(sizes) if sizes else None}


def _pss(pid):
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
