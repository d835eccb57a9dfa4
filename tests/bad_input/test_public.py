"""Whatever visitors ask of embed pages, oEmbed, the builder, files, previews and the site: the answer of the table."""

import pytest

from tests.bad_input import table_api, table_public, table_site
from tests.bad_input.cases import named
from tests.bad_input.policies import SECONDS, check

pytestmark = pytest.mark.usefixtures("nothing_written")

CASES = table_public.CASES + table_site.CASES


@pytest.mark.parametrize("case", CASES, ids=named(CASES))
def test_a_request_is_answered_as_the_table_says(ask, case):
    answer = ask(case.target, case.method, case.headers, case.body)
    check(case, answer)
    assert (
        answer.seconds < SECONDS or ask(case.target, case.method, case.headers, case.body).seconds < SECONDS
    )


def test_the_tables_are_as_long_as_they_are_said_to_be():
    cases = [*CASES, *table_api.CASES]
    assert len({(case.target, case.method, case.headers, case.body) for case in cases}) == len(cases) > 400
