"""The figure over time as a picture at print size: what it shows, says and weighs."""

from __future__ import annotations

import io
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PIL import Image
from sample_comparison import ADDED, CLAIMS, OPERATIONS_EARLIER, QUANTIFIED, barts_comparison

from comms_tracker.report.picture import Picture, picture, png, svg, within_page
from comms_tracker.report.picture_svg import redrawn

SVG = "{http://www.w3.org/2000/svg}"
ALTERNATIVE = (
    "Cancelled operations: from “a very small number” to 136. 28 April 2017: a very small number, usually read as 3 to "
    "8, or as 1 to 5 per cent of the whole; 5 May 2017: 136. Source: statements of Barts Health NHS Trust, 28 April "
    "2017 and 5 May 2017; read and linked by comms-tracker 0.1.0; proposed by the program."
)


@pytest.fixture(scope="module")
def shown() -> Picture:
    found = picture(barts_comparison(), QUANTIFIED)
    assert found is not None
    return found


def test_the_picture_says_in_words_all_that_it_shows(shown: Picture) -> None:
    assert shown.title == "Cancelled operations: from “a very small number” to 136"
    assert shown.about == "Barts Health NHS Trust: 2 statements, 28 April 2017 to 5 May 2017"
    assert shown.alternative == ALTERNATIVE
    assert shown.legend.startswith("A point is a figure. A band is what readers usually take a vague word to mean;")


def test_a_change_without_two_figures_has_no_picture() -> None:
    assert picture(barts_comparison(), ADDED) is None


def test_a_change_of_which_one_figure_can_be_drawn_has_no_picture_either() -> None:
    assert OPERATIONS_EARLIER.figure is not None
    unread = replace(OPERATIONS_EARLIER, figure=replace(OPERATIONS_EARLIER.figure, readings=()))
    case = barts_comparison()
    claims = tuple(unread if one.id == unread.id else one for one in case.claims)
    assert picture(replace(case, claims=claims), QUANTIFIED) is None


def test_the_svg_has_its_width_in_print_its_title_its_description_and_every_line(shown: Picture) -> None:
    root = ElementTree.fromstring(svg(shown, 120))
    assert root.get("width") == "120mm"
    assert root.findtext(f"{SVG}title") == shown.title
    assert root.findtext(f"{SVG}desc") == ALTERNATIVE
    said = " ".join(element.text or "" for element in root.iter(f"{SVG}text"))
    for line in (
        shown.title,
        shown.about,
        shown.legend,
        shown.source,
        "“a very small number”",
        "usually 3 to 8",
        "136",
    ):
        assert line in said


def test_a_narrow_picture_breaks_its_lines_and_keeps_its_letters_within_it(shown: Picture) -> None:
    root = ElementTree.fromstring(svg(shown, 80))
    wide = float(root.attrib["viewBox"].split()[2])
    lines = [element for element in root.findall(f"{SVG}text") if element.get("font-size") == "18px"]
    assert len(lines) == 2
    assert max(len(line.text or "") * 18 * 0.5 for line in lines) < wide


def test_the_png_has_three_hundred_dots_an_inch_and_carries_its_description(shown: Picture) -> None:
    image = Image.open(io.BytesIO(png(shown, 170)))
    assert image.width == pytest.approx(170 / 25.4 * 300, abs=2)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert image.info["Title"] == shown.title
    assert image.info["Description"] == ALTERNATIVE
    assert len(image.convert("RGB").getcolors(maxcolors=100_000) or []) > 20


def test_within_a_page_the_letters_take_the_colours_of_the_page(shown: Picture) -> None:
    inside = within_page(shown)
    assert 'style="fill:var(--ink)"' in inside
    assert 'style="fill:var(--soft)"' in inside
    assert 'style="stroke:var(--rule)"' in inside
    assert "#1d2228" not in inside


def test_words_that_look_like_markup_are_letters_in_the_picture() -> None:
    sample = barts_comparison()
    first = CLAIMS[0]
    assert first.figure is not None
    words = "</text><script>x()</script>\x00"
    claims = (replace(first, figure=replace(first.figure, text=words)), *CLAIMS[1:])
    hostile = picture(replace(sample, claims=claims), QUANTIFIED)
    assert hostile is not None
    root = ElementTree.fromstring(svg(hostile))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "g",
        "path",
        "line",
        "text",
    }
    assert "“</text><script>x()</script>\ufffd”" in [element.text for element in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(
    "part",
    [
        "<script>x()</script>",
        '<image href="https://evil.example/x.png"/>',
        '<a href="https://evil.example"><text>a</text></a>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>',
        "<style>*{fill:url(https://evil.example)}</style>",
    ],
)
def test_nothing_but_shapes_and_letters_passes_into_a_picture(part: str) -> None:
    drawn = redrawn(f'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2">{part}</svg>', {})
    assert (drawn.inside, drawn.width, drawn.height) == ("", 4.0, 2.0)


def test_an_attribute_that_could_act_or_fetch_is_left_out() -> None:
    line = '<line onclick="go()" fill="url(https://evil.example)" stroke="red" x2="3"/>'
    drawn = redrawn(f'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2">{line}</svg>', {"red": "var(--ink)"})
    assert drawn.inside == '<line style="stroke:var(--ink)" x2="3"></line>'


def test_what_is_no_svg_is_refused() -> None:
    with pytest.raises(ValueError, match="the chart is no SVG"):
        redrawn("<svg", {})
