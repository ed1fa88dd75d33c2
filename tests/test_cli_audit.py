"""audit: what it prints, how it ends, and that the draft is kept nowhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_runner import CORPUS, FIRST_ID, ROOT, SECOND_ID, ran, run

FIRST = CORPUS / f"{FIRST_ID}.md"
AGREES = (
    "136 operations were cancelled, about 2.5 per cent of our usual weekly in-patient activity. Several hundred "
    "chemotherapy appointments were also cancelled.\n"
)


def flat(shown: str) -> str:
    return " ".join(shown.split())


def test_a_draft_that_revises_ends_with_1_and_says_what_was_said(store: Path, folder: Path) -> None:
    (folder / "draft.txt").write_text("Dear all,\n\nWe cancelled 140 operations because of the failure.\n")
    result = run("audit", "draft.txt", "--incident", "barts-2017", "--db", store)
    assert (result.exit_code, result.stderr) == (1, "")
    shown = flat(result.stdout)
    assert "1 thing to look at before the draft goes out: a higher figure (1)." in shown
    assert "The draft says 140 operations; on 5 May 2017 the statement said 136 operations." in shown
    assert "Draft, line 3 “We cancelled 140 operations because of the failure” (11-61)" in shown
    assert "5 May 2017 “As a result of the failure, 136 operations were cancelled”" in shown
    assert "Source: Recast from public reports of May 2017" in shown


def test_files_and_a_store_give_the_same(store: Path) -> None:
    asked = ("audit", "-", "--format", "json")
    against = (
        ("--incident", "barts-2017", "--db", store),
        ("--against", CORPUS),
        ("--against", FIRST, "--against", CORPUS / f"{SECOND_ID}.md"),
    )
    stored, folder, files = (run(*asked, *each, given="We cancelled 140 operations.") for each in against)
    assert (stored.exit_code, folder.exit_code, files.exit_code) == (1, 1, 1)
    assert json.loads(stored.stdout)["failing"] == 1
    assert stored.stdout == folder.stdout == files.stdout


def test_a_draft_that_agrees_ends_with_0_and_says_with_what_it_was_compared() -> None:
    shown = flat(ran("audit", "-", "--against", CORPUS, given=AGREES))
    assert "Compared with 2 statements by Barts Health NHS Trust, 28 April 2017 to 5 May 2017." in shown
    assert (
        "Nothing in the draft departs from what was said. 3 claims of the draft compared with 9 made before:" in shown
    )
    assert "3 say the same as before." in shown


def test_what_is_left_out_fails_only_where_it_is_asked_for() -> None:
    draft = "136 operations were cancelled."
    assert "Not in the draft ─" in ran("audit", "-", "--against", CORPUS, given=draft)
    result = run("audit", "-", "--against", CORPUS, "--fail-on", "softened, dropped", given=draft)
    assert result.exit_code == 1
    assert "to look at before the draft goes out: not in the draft (1)." in flat(result.stdout)


def test_a_kind_that_there_is_none_of_names_those_that_there_are() -> None:
    result = run("audit", "-", "--against", CORPUS, "--fail-on", "dropped,worse", given=AGREES)
    assert result.exit_code == 2
    assert "--fail-on: worse is no kind. The kinds are quantified, obscured, revised_up," in flat(result.stderr)


def test_json_has_every_departure_with_its_place_and_its_source(folder: Path) -> None:
    draft = "---\ntitle: Draft\n---\nWe cancelled 140 operations.\nFour people were hurt.\n"
    (folder / "draft.md").write_text(draft)
    found = json.loads(run("audit", "draft.md", "--against", CORPUS, "--format", "json").stdout)
    assert (found["incident"], found["failing"], found["unchanged"]) == ("barts-2017", 1, 0)
    assert [one["id"] for one in found["compared_with"]] == [FIRST_ID, SECOND_ID]
    (departure,) = found["departures"]
    assert (departure["kind"], departure["fails"]) == ("revised_up", True)
    assert departure["draft"]["line"] == 4
    body = draft.partition("---\n")[2].partition("---\n")[2]
    assert body[departure["draft"]["start"] : departure["draft"]["end"]] == departure["draft"]["text"]
    assert departure["earlier"]["statement"] == SECOND_ID
    assert departure["earlier"]["issued"] == "2017-05-05"
    assert departure["earlier"]["source"] == "Recast from public reports of May 2017"
    assert [(one["line"], one["text"]) for one in found["added"]] == [(5, "Four people were hurt")]


def test_markdown_has_the_same_words(folder: Path) -> None:
    result = run(
        "audit", "-", "--against", CORPUS, "--format", "md", "--output", "a.md", given="We cancelled 140 operations."
    )
    assert (result.exit_code, result.stdout) == (1, "")
    written = (folder / "a.md").read_text(encoding="utf-8")
    assert written.startswith("# barts-2017: a draft against what was said\n\nCompared with 2 statements by Barts ")
    assert "\n## 1. A higher figure\n\nThe draft says 140 operations; on 5 May 2017 the statement said 136 " in written
    assert "\n> “We cancelled 140 operations”\n>\n> The draft, line 1 (0-27).\n" in written
    assert "\n## Not in the draft\n\n- 5 May 2017: “" in written


def test_the_incident_may_stand_in_the_draft(store: Path, folder: Path) -> None:
    (folder / "draft.md").write_text("---\nincident: barts-2017\n---\nWe cancelled 140 operations.\n")
    assert run("audit", "draft.md", "--db", store).exit_code == 1


@pytest.mark.parametrize(
    ("incident", "offer"),
    [("brats-2017", "Name one that it holds, such as barts-2017."), ("trains", "Name one that it holds: barts-2017.")],
)
def test_an_unknown_incident_offers_the_names_near_it(store: Path, incident: str, offer: str) -> None:
    result = run("audit", "-", "--incident", incident, "--db", store, given=AGREES)
    assert (result.exit_code, result.stderr) == (2, f'Error: There is no incident "{incident}" in {store}. {offer}\n')


def test_no_incident_offers_those_of_the_store(store: Path) -> None:
    result = run("audit", "-", "--db", store, given=AGREES)
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: The draft names no incident. Name one with --incident. {store} holds barts-2017.\n",
    )


def test_an_empty_draft_is_refused() -> None:
    assert run("audit", "-", "--against", CORPUS, given="").stderr == (
        "Error: standard input is empty. Put the statement's text into it.\n"
    )


def test_a_draft_in_another_language_is_said_and_marked() -> None:
    french = (
        "Nous avons dû annuler 12 opérations, celles qui reposaient sur des images. Certains patients ont subi des "
        "retards, et nous leur présentons nos excuses pour la gêne."
    )
    result = run("audit", "-", "--against", CORPUS, given=french)
    assert result.stderr.splitlines()[0] == (
        "Note: standard input does not look like English: its results are marked, and may be wrong."
    )
    assert "The draft does not look like English: what was read may be wrong," in flat(result.stdout)


def test_a_draft_that_is_also_given_as_said_is_left_out_there(folder: Path) -> None:
    (folder / "draft.txt").write_text("We cancelled 140 operations.\n")
    result = run("audit", "draft.txt", "--against", "draft.txt", "--against", CORPUS)
    assert result.exit_code == 1
    assert "draft has the same text as the draft, word for word: it is left out." in flat(result.stdout)
    alone = run("audit", "draft.txt", "--against", "draft.txt")
    assert alone.exit_code == 2
    assert alone.stderr.splitlines()[-1] == (
        "Error: There is no earlier statement to compare the draft with: draft is the draft itself, word for word. "
        "Give what was said before it."
    )


def test_files_about_several_incidents_are_refused_until_one_is_named(folder: Path) -> None:
    rows = [
        {"id": name, "incident": name, "issued": "2017-04-21", "text": f"{count} operations were cancelled."}
        for name, count in (("a", 10), ("b", 20))
    ]
    (folder / "said.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = run("audit", "-", "--against", "said.jsonl", given="20 operations were cancelled.")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: The statements given with --against are about 2 incidents: a, b. Say which one the draft is about "
        "with --incident.\n",
    )
    same = "In all, 20 operations were cancelled."
    named = flat(ran("audit", "-", "--against", "said.jsonl", "--incident", "b", given=same))
    assert "1 claim of the draft compared with 1 made before: 1 says the same as before." in named


def test_several_drafts_a_folder_or_both_ways_are_refused(folder: Path, store: Path) -> None:
    (folder / "two.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    assert run("audit", "two.jsonl", "--against", CORPUS).stderr.splitlines()[-1] == (
        "Error: two.jsonl holds 2 statements, and a draft is one. Save it as a file of its own."
    )
    assert run("audit", CORPUS, "--against", CORPUS).stderr == (
        f"Error: {CORPUS} is a folder. Name the file that holds the draft.\n"
    )
    assert run("audit", "-", "--against", "-", given=AGREES).stderr == (
        "Error: - is given as the draft and with --against, and standard input can be read only once. "
        "Save one of the texts as a file.\n"
    )
    both = run("audit", "-", "--against", CORPUS, "--db", store, given=AGREES)
    assert both.exit_code == 2
    assert both.stderr.splitlines()[-1] == "Error: --against reads files and --db a store. Give one of them."


def test_two_organisations_are_kept_apart_and_the_draft_must_say_whose_it_is(folder: Path) -> None:
    for name, organisation, count in (("a", "Trust", 12), ("b", "Regulator", 14)):
        (folder / f"{name}.md").write_text(
            f"---\norganisation: {organisation}\nissued: 2017-04-28\nincident: x\n---\n"
            f"{count} operations were cancelled.\n"
        )
    ran("add", "a.md", "b.md", "--db", "comms.db")
    asked = ("audit", "-", "--incident", "x", "--db", "comms.db")
    nobodys = run(*asked, given="14 operations were cancelled.")
    assert (nobodys.exit_code, nobodys.stderr) == (
        2,
        "Error: The statements are by 2 organisations, which are kept apart: Trust, Regulator. The draft does not say "
        "whose it is. Say so with --organisation, or in its front matter.\n",
    )
    trusts = run(*asked, "--organisation", "Trust", given="14 operations were cancelled.")
    assert trusts.exit_code == 1
    assert "The draft says 14 operations; on 28 April 2017 the statement said 12 operations." in flat(trusts.stdout)
    assert "which are kept apart: Trust, Regulator. No change is reported from one to another." in flat(trusts.stdout)
    assert run(*asked, "--organisation", "Regulator", given="In all, 14 operations were cancelled.").exit_code == 0


@pytest.mark.slow
def test_no_word_of_the_draft_is_kept_anywhere(store: Path, tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    before = {path: path.read_bytes() for path in store.parent.iterdir()}
    surroundings = {
        **{key: value for key, value in os.environ.items() if not key.startswith("XDG_")},
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }
    done = subprocess.run(
        [sys.executable, "-m", "comms_tracker.cli", "audit", "-", "--incident", "barts-2017", "--db", str(store)],
        input="Quixotically, 140 operations were cancelled, and nobody at Zanzibar Wharf was told.",
        capture_output=True,
        text=True,
        env=surroundings,
        cwd=tmp_path,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert {path: path.read_bytes() for path in store.parent.iterdir()} == before
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in written if b"uixotic" in path.read_bytes() or b"anzibar" in path.read_bytes()] == []
