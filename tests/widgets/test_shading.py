import pytest

from widgets.shading import STEPS, breaks_of, legend, step_of


@pytest.mark.parametrize(
    ("counts", "breaks"),
    [([], []), ([0, 0], []), ([4], [4]), ([1, 1, 1, 9], [1, 9]), ([1, 2, 3, 4, 50], [1, 50])],
)
def test_each_step_begins_above_the_average_of_the_rest(counts, breaks):
    assert breaks_of(counts) == breaks


def test_no_more_steps_than_shades():
    few_have_many = [10**size for size in range(9) for _ in range(4 ** (9 - size))]
    assert len(breaks_of(few_have_many)) == STEPS


def test_none_is_no_step_and_few_steps_stay_in_the_middle():
    assert step_of(0, [1, 9]) == 0
    assert [step_of(count, [1, 9]) for count in (1, 8, 9, 100)] == [2, 2, 3, 3]
    assert step_of(5, []) == 0


def test_the_legend_says_where_steps_begin_and_end():
    assert legend([1, 4, 9]) == [(2, 1, 3), (3, 4, 8), (4, 9, None)]
    assert legend([]) == []
