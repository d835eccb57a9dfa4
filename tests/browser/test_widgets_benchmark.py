"""The benchmark of the widgets runs, at a size at which its numbers say nothing: no time is looked at here."""

from functools import partial

import pytest

from benchmarks.widgets import __main__ as benchmark
from benchmarks.widgets import traces, work
from benchmarks.widgets.budgets import BROKEN
from benchmarks.widgets.options import Network, Options
from benchmarks.widgets.server import Answer, serve
from benchmarks.widgets.stage import Stage
from benchmarks.widgets.tab import tab

OPTIONS = Options(
    counts=(30,),
    repeat=1,
    peers=(),
    network=Network(round_trip=0, bandwidth=10**8),
    slower=1,
    steps=("loaded",),
    rest=0.1,
    countries=("GT",),
)

# Sets a cookie, writes into two stores, and asks a second host.
CARELESS = b"""<!doctype html><title>Careless</title><link rel="icon" href="data:,"><script>
document.cookie = 'seen=1';
localStorage.setItem('seen', '1');
const opened = indexedDB.open('seen');
opened.onsuccess = () => fetch('http://localhost:' + location.port + '/other').then(() => { window.done = true; });
</script>"""


@pytest.fixture
def stage(chromium):
    """Browsers with the flags of the benchmark."""
    return Stage(chromium.browser_type, OPTIONS.peers)


@pytest.mark.parametrize("name", benchmark.SECTIONS)
def test_a_section_measures_and_says_what_it_found(stage, name, monkeypatch):
    monkeypatch.setattr(work, "FLAGS", {"with JIT": (), "again": ()})
    monkeypatch.setattr(work, "OURS", ("floating",))
    section = {"measured on": "today", "seconds": 0, "load before": 0}
    result = benchmark.SECTIONS[name].measure(OPTIONS, stage)
    texts = benchmark.texts({"machine": {}, "sections": {name: section | {"result": result}}})
    assert texts[f"widgets, {name}"].count("\n") >= 2
    # Bytes and hosts do not depend on the machine.
    budgets = texts["widgets, budgets"].splitlines()
    assert [row for row in budgets if BROKEN in row and " ms |" not in row] == []


def test_a_careless_page_is_found_out(chromium):
    with serve(lambda path: Answer(CARELESS)) as port, tab(chromium, "") as visit:
        traces.start(visit)
        page = f"http://127.0.0.1:{port}/"
        visit.send("Page.navigate", url=page)
        visit.wait(partial(visit.run, "window.done"))
        found = traces.found(visit, page)
    assert found["hosts"] == 1
    assert found["cookies"] >= 1
    assert found["stored"] >= 2
