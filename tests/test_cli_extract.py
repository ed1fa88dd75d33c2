"""extract on the terminal: the marked text, the table, why each figure was read so, and a lexicon of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runner import ran, run

from comms_tracker.records import Claim, Figure, FigureKind, Measure, Polarity, Statement
from comms_tracker.report.extract_text import extract_text
from comms_tracker.report.terminal import rendered

TEXT = "About 400 operations were cancelled. No patient data was accessed.\nWe run 12 clinics.\n"
OWN = """
[[entry]]
words = ["several", "a smattering of"]
count = [5, 9]
source = "our style book"
"""


def hand_made(text: str) -> list[tuple[Statement, list[Claim]]]:
    """A statement with its claims made by hand: a figure, a denial, and background."""
    made = []
    for words, figure, polarity in (
        ("About 400 operations were cancelled", "About 400", Polarity.AFFIRMED),
        ("No patient data was accessed", "No", Polarity.DENIED),
        ("We run 12 clinics", "12", Polarity.AFFIRMED),
    ):
        start = text.index(words)
        place = text.index(figure, start)
        read = Figure(figure, place, place + len(figure), FigureKind.EXACT, 12, 12)
        end = start + len(words)
        made.append(
            Claim(figure, "s", start, end, words, read, Measure(), polarity, background=words.startswith("We run"))
        )
    return [(Statement("s", text), made)]


@pytest.fixture(autouse=True)
def _no_colour_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("COLORTERM", raising=False)


def text_part(page: str) -> list[str]:
    """The lines between the key and the table."""
    lines = page.splitlines()
    first = next(place for place, line in enumerate(lines) if "leads" in line)
    last = next(place for place, line in enumerate(lines) if "No." in line)
    return lines[first + 2 : last - 1]


def test_without_colours_claims_stand_in_brackets_and_say_in_words_what_they_are() -> None:
    assert text_part(rendered(extract_text(hand_made(TEXT)), 100, colours=False)) == [
        "[About 400 operations were cancelled][1]. [No patient data was accessed][2 denied].",
        "[We run 12 clinics][3 background].",
    ]


def test_in_colour_a_claim_has_a_colour_an_underline_and_a_number_and_its_figure_is_bold() -> None:
    assert text_part(rendered(extract_text(hand_made(TEXT)), 100, colours=True)) == [
        "\x1b[1;4;36mAbout 400\x1b[0m\x1b[4;36m operations were cancelled\x1b[0m\x1b[2m[1]\x1b[0m. "
        "\x1b[1;4;35mNo\x1b[0m\x1b[4;35m patient data was accessed\x1b[0m\x1b[2m[2 denied]\x1b[0m.",
        "\x1b[2;4mWe run \x1b[0m\x1b[1;2;4m12\x1b[0m\x1b[2;4m clinics\x1b[0m\x1b[2m[3 background]\x1b[0m.",
    ]


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_that_is_not_to_have_colours_has_brackets(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    page = " ".join(text_part(rendered(extract_text(hand_made(TEXT)), 100, colours=True)))
    assert "\x1b[36m" not in page
    assert ";36m" not in page
    assert page.count("[1]") == page.count("[2 denied]") == 1
    assert page.replace("\x1b[", "").count("[") == 6


def test_what_would_act_on_a_terminal_is_shown_and_every_line_stays_a_line() -> None:
    text = TEXT.replace("\n", "\r\n") + "a\x1b[31m\x07 \u202e12\u202c\tb\n"
    lines = text_part(rendered(extract_text(hand_made(text)), 100, colours=False))
    assert lines[1:] == ["[We run 12 clinics][3 background].", "a\\x1b[31m\\x07 \\u202e12\\u202c    b"]


def test_numbers_run_through_all_statements_of_a_file() -> None:
    page = rendered(extract_text(hand_made(TEXT) + hand_made(TEXT)), 100, colours=False)
    assert "[About 400 operations were cancelled][4]" in page
    assert "\n  6  “We run 12 clinics”" in page


def test_the_command_prints_the_text_and_then_the_table() -> None:
    page = ran("extract", "-", given="About 400 operations were cancelled. No patient data was accessed.")
    assert "[About 400 operations were cancelled][1]. [No patient data was accessed][2\ndenied]." in page
    assert page.index("denied].") < page.index("No.  Claim")


def test_explain_gives_the_rule_the_entry_and_its_source() -> None:
    page = " ".join(ran("extract", "-", "--explain", given="About 400 operations were cancelled.").split())
    assert "Rule “number + approximate”: a number in digits, and a word beside it that makes it approximate." in page
    assert "“about” in approximators.toml: makes it approximate. Source: Quirk et al., A Comprehensive Grammar" in page


def test_explain_names_the_survey_behind_a_vague_word() -> None:
    page = " ".join(ran("extract", "-", "--explain", given="Several operations were cancelled.").split())
    assert "Rule “vague: several”" in page
    assert "“several” in vague.toml: as a count 4 to 10. Source: zonination/perceptions" in page


def test_explain_lists_the_figures_that_no_claim_has() -> None:
    given = "Several operations were cancelled. A further statement will follow within 24 hours."
    page = " ".join(ran("extract", "-", "--explain", given=given).split())
    assert "Figures that are no claim" in page
    assert "“24 hours” at 74-82 Rule “measure”: a number with a unit." in page
    assert "Figures that are no claim" not in ran("extract", "-", given=given)


def test_explain_on_the_page() -> None:
    page = ran("extract", "-", "--explain", "--format", "html", given="Several operations were cancelled.")
    assert "<p>Rule “vague: several”: a vague word" in page
    assert "<li>“several” in vague.toml: as a count 4 to 10." in page


@pytest.mark.parametrize("form", ["csv", "md"])
def test_explain_is_refused_where_it_has_no_place(form: str) -> None:
    result = run("extract", "-", "--explain", "--format", form, given="About 400.")
    assert result.exit_code == 2
    assert f"--explain has no place in --format {form}. Take --format table, html, json or jsonl." in result.stderr


def test_a_lexicon_of_ones_own_goes_before_the_bundled_one_and_is_named(tmp_path: Path) -> None:
    lexicon = tmp_path / "own.toml"
    lexicon.write_text(OWN, encoding="utf-8")
    given = "Several operations were cancelled."
    found = json.loads(ran("extract", "-", "--lexicon", lexicon, "--format", "json", given=given))
    assert found["claims"][0]["figure"]["readings"] == [
        {"as": "count", "low": 5, "high": 9, "source": "our style book"}
    ]
    page = ran("extract", "-", "--lexicon", lexicon, "--explain", "--format", "html", given=given)
    assert "own.toml: as a count 5 to 9. <span class=quiet>Source: our style book.</span>" in page
    assert "as a count 4 to 10" in " ".join(ran("extract", "-", "--explain", given=given).split())


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (None, "cannot be read (No such file or directory). Give a TOML file of vague words."),
        (
            OWN.replace("[5, 9]", "[9, 5]"),
            "entry 1 ('several') has count from 9 to 5. Write the low end first: [5, 9].",
        ),
        (
            OWN.replace("count", "counts"),
            "entry 1 ('several') has the unknown key 'counts'. "
            "Write one of: count, readers, sentences, share, source, towards, words.",
        ),
        (
            OWN.replace("source", "# source"),
            "entry 1 ('several') has no source. Write source = \"who found these numbers, and how\".",
        ),
    ],
)
def test_a_lexicon_that_cannot_be_used_is_refused_with_its_entry(
    tmp_path: Path, written: str | None, message: str
) -> None:
    lexicon = tmp_path / "own.toml"
    if written is not None:
        lexicon.write_text(written, encoding="utf-8")
    result = run("extract", "-", "--lexicon", lexicon, given="Several.")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"Error: {lexicon}: {message}\n"


def test_the_lexicon_is_not_written_over(tmp_path: Path) -> None:
    lexicon = tmp_path / "own.toml"
    lexicon.write_text(OWN, encoding="utf-8")
    result = run("extract", "-", "--lexicon", lexicon, "--output", lexicon, given="Several.")
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: --output {lexicon} is one of the texts to be read, and would be lost. Name another file.\n",
    )
    assert lexicon.read_text(encoding="utf-8") == OWN


def test_a_text_over_ten_megabytes_is_refused_with_its_size_and_how_to_split_it(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_bytes(b"many words " * 954_546)
    result = run("extract", tmp_path / "s.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"Error: {tmp_path / 's.txt'} has 10.5 MB of text, and one statement may have 10 MB. "
        "Split it into one file for each statement, or into one JSONL line each.\n"
    )
