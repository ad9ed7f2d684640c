"""The settings file: read with every fault named, changed with every comment kept."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.errors import StudycardsError
from studycards.locale import LANGUAGES, Language
from studycards.study.settings.editing import with_value
from studycards.study.settings.fields import FIELDS, Choice, Day, Number, Switch
from studycards.study.settings.file import SettingsFile
from studycards.study.settings.model import Settings
from studycards.study.settings.reading import read_choices
from studycards.study.settings.template import template
from studycards.study.settings.toml import lines_of

OWN = """\
# Mine.
theme = "light"   # easier on the eyes

new_per_day=5
[keys]  # as in Vim
undo = "u"
"lab.next" = [ # never a list
]
"""


def values_of(name: str) -> st.SearchStrategy[object]:
    """Return every value that a setting may have."""
    field = FIELDS[name]
    match field:
        case Choice(names):
            return st.sampled_from(names)
        case Switch():
            return st.booleans()
        case Number(range=allowed) if field.whole:
            return st.integers(int(allowed.low), int(allowed.high))
        case Number(range=allowed):
            return st.floats(allowed.low, allowed.high)
        case Day():
            return st.dates()
    raise AssertionError(name)


changes = st.lists(
    st.sampled_from(sorted(FIELDS)).flatmap(lambda name: st.tuples(st.just(name), values_of(name))), max_size=8
)

LINES = st.sampled_from(
    [
        "",
        "  ",
        "# a note",
        '# theme = "dark"',
        "#new_per_day = 3",
        "exam_date = 2027-01-31 # at nine",
        '[keys]\nundo = "u"',
    ]
)


@given(changes)
def test_what_was_written_is_read_again(changes: list[tuple[str, object]]) -> None:
    source = template(Language("pl"))
    for name, value in changes:
        source = with_value(source, name, value)

    choices = read_choices(source, "settings.toml")
    assert choices.faults == ()
    assert choices.values == dict(changes)


@given(st.lists(LINES, unique=True), st.sampled_from(["\n", "\r\n"]), changes)
def test_a_change_touches_no_other_line(lines: list[str], end: str, changes: list[tuple[str, object]]) -> None:
    """Every line of before is there after, in its order, but for those that set or offered what was changed."""
    source = end.join(lines)
    before = source.splitlines()
    for name, value in changes:
        source = with_value(source, name, value)
    touched = {name for name, _ in changes}
    kept = [line for line in before if not any(name in line for name in touched)]
    rest = iter(source.splitlines())

    assert all(line in rest for line in kept)
    assert tomllib.loads(source).keys() >= touched


@given(st.text(alphabet="a=#[]\"' \n{}.1,\\", max_size=60))
def test_any_file_is_read_or_its_faults_are_named(source: str) -> None:
    choices = read_choices(source, "settings.toml")

    for fault in choices.faults:
        assert all(Language(code).text(fault.key, **fault.values) for code in LANGUAGES)
    if not choices.faults:
        assert tomllib.loads(source).keys() <= {*FIELDS, "keys"}


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("theme", range(1, 2)),
        ("new_per_day", range(3, 4)),
        ("keys.undo", range(5, 6)),
        ("keys.lab.next", range(6, 8)),
        ("layout", range(0)),
        ("undo", range(0)),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_lines_of_a_value_are_found(name: str, lines: range, end: str) -> None:
    assert lines_of(OWN.replace("\n", end), name) == lines


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("theme", "dark", OWN.replace('"light"', '"dark"')),
        ("new_per_day", 7, OWN.replace("new_per_day=5", "new_per_day=7")),
        ("new_per_day", None, OWN.replace("new_per_day=5", "#new_per_day=5")),
        ("keys.undo", "z", OWN.replace('"u"', '"z"')),
        ("keys.lab.next", "n", OWN.replace("[ # never a list\n]", '"n"')),
        ("layout", "HWC", OWN.replace("new_per_day=5\n", 'new_per_day=5\nlayout = "HWC"\n')),
        ("keys.hint", "h", OWN + 'hint = "h"\n'),
    ],
)
def test_one_line_changes_and_its_comment_stays(name: str, value: object, expected: str) -> None:
    assert with_value(OWN, name, value) == expected


def test_a_table_that_is_missing_comes_at_the_end() -> None:
    assert with_value('theme = "dark"', "keys.undo", "z") == 'theme = "dark"\n\n[keys]\nundo = "z"\n'


@pytest.mark.parametrize(
    ("source", "name", "value", "expected"),
    [
        (
            '# Red?\n # theme = "dark" # or not\n\n[keys]\n',
            "theme",
            "ansi",
            '# Red?\n theme = "ansi" # or not\n\n[keys]\n',
        ),
        ('#undo = "u"\n[keys]\n#undo = "u"\n', "keys.undo", "z", '#undo = "u"\n[keys]\nundo = "z"\n'),
        ('#"lab.next" = "n"\n[keys]\n', "keys.lab.next", "m", '#"lab.next" = "n"\n[keys]\n"lab.next" = "m"\n'),
        ('#keys.undo = "u"\n# Fin.\n', "keys.undo", "z", 'keys.undo = "z"\n# Fin.\n'),
        ("# theme = what I like\n", "theme", "ansi", '# theme = what I like\ntheme = "ansi"\n'),
    ],
)
def test_a_comment_that_offers_the_setting_becomes_its_line(
    source: str, name: str, value: object, expected: str
) -> None:
    """Not so one of another table, nor a sentence with an equals sign."""
    assert with_value(source, name, value) == expected


def test_windows_line_ends_stay() -> None:
    source = template(Language("pl")).replace("\n", "\r\n")
    for name, value in [
        ("theme", "light"),
        ("keys.hint", "h"),
        ("new_per_day", 7),
        ("theme", "ansi"),
        ("keys.hint", None),
    ]:
        source = with_value(source, name, value)

    assert source.count("\n") == source.count("\r\n")
    assert tomllib.loads(source) == {"theme": "ansi", "new_per_day": 7, "keys": {}}


def test_dotted_keys_need_no_table() -> None:
    assert with_value('keys.undo = "u" # up\n', "keys.hint", "h") == 'keys.undo = "u" # up\nkeys.hint = "h"\n'


def test_a_setting_is_never_put_into_a_table() -> None:
    assert with_value('# Vim\n[keys]\nundo = "u"\n', "theme", "light") == (
        'theme = "light"\n# Vim\n[keys]\nundo = "u"\n'
    )


def test_dotted_and_nested_ids_are_the_same_binding() -> None:
    nested = '[keys.lab]\nnext = "n"\n'

    assert read_choices(nested, "").keys == read_choices('[keys]\n"lab.next" = "n"\n', "").keys == {"lab.next": "n"}
    assert with_value(nested, "keys.lab.next", "m") == '[keys.lab]\nnext = "m"\n'


def test_a_line_that_sets_more_than_one_thing_is_left_to_the_learner() -> None:
    with pytest.raises(StudycardsError, match="crowded"):
        with_value('keys = {undo = "u", hint = "h"}\n', "keys.undo", "z")


FAULTS = {
    'theme = "lihgt"': (
        (
            'settings.toml, wiersz 2: ustawienie theme nie może mieć wartości "lihgt"; dozwolone: "dark", "light", '
            '"high-contrast", "colour-blind", "ansi". Najbliższe to „light”.'
        ),
        (
            'settings.toml, line 2: the setting theme cannot be "lihgt"; allowed: "dark", "light", '
            '"high-contrast", "colour-blind", "ansi". The nearest is “light”.'
        ),
    ),
    'timer = "no"': (
        'settings.toml, wiersz 2: ustawienie timer nie może mieć wartości "no"; dozwolone: true, false.',
        'settings.toml, line 2: the setting timer cannot be "no"; allowed: true, false.',
    ),
    "decimal = 3": (
        (
            "settings.toml, wiersz 2: ustawienie decimal nie może mieć wartości 3; "
            'dozwolone: "language", "comma", "point".'
        ),
        'settings.toml, line 2: the setting decimal cannot be 3; allowed: "language", "comma", "point".',
    ),
    "rollover_hour = 24": (
        (
            "settings.toml, wiersz 2: ustawienie rollover_hour nie może mieć wartości 24; "
            "dozwolone: liczba całkowita od 0 do 23."
        ),
        "settings.toml, line 2: the setting rollover_hour cannot be 24; allowed: a whole number from 0 to 23.",
    ),
    "new_per_day = true": (
        (
            "settings.toml, wiersz 2: ustawienie new_per_day nie może mieć wartości true; "
            "dozwolone: liczba całkowita od 0 do 9999."
        ),
        "settings.toml, line 2: the setting new_per_day cannot be true; allowed: a whole number from 0 to 9999.",
    ),
    "desired_retention = 0.5": (
        (
            "settings.toml, wiersz 2: ustawienie desired_retention nie może mieć wartości 0.5; "
            "dozwolone: liczba od 0.7 do 0.99."
        ),
        "settings.toml, line 2: the setting desired_retention cannot be 0.5; allowed: a number from 0.7 to 0.99.",
    ),
    'exam_date = "31 I 2027"': (
        (
            'settings.toml, wiersz 2: ustawienie exam_date nie może mieć wartości "31 I 2027"; '
            "dozwolone: data w zapisie 2027-01-31, bez cudzysłowu."
        ),
        (
            'settings.toml, line 2: the setting exam_date cannot be "31 I 2027"; '
            "allowed: a date such as 2027-01-31, without quotes."
        ),
    ),
    "new_per_dya = 3": (
        "settings.toml, wiersz 2: nie ma ustawienia „new_per_dya”; najbliższe to „new_per_day”.",
        "settings.toml, line 2: there is no setting “new_per_dya”; the nearest is “new_per_day”.",
    ),
    "x = 1": (
        (
            "settings.toml, wiersz 2: nie ma ustawienia „x”; są: language, theme, timer, layout, decimal, new_per_day, "
            "reviews_per_day, desired_retention, rollover_hour, exam_date, keys."
        ),
        (
            "settings.toml, line 2: there is no setting “x”; there are: language, theme, timer, layout, decimal, "
            "new_per_day, reviews_per_day, desired_retention, rollover_hour, exam_date, keys."
        ),
    ),
    "keys.undo = 3": (
        (
            "settings.toml, wiersz 2: ustawienie keys.undo nie może mieć wartości 3; "
            'dozwolone: klawisze w cudzysłowie, po przecinku, np. "ctrl+z, u".'
        ),
        (
            "settings.toml, line 2: the setting keys.undo cannot be 3; "
            'allowed: keys in quotes, with commas, such as "ctrl+z, u".'
        ),
    ),
    "theme = light": (
        (
            "settings.toml, wiersz 2: „theme = light” nie jest poprawnym zapisem TOML; "
            "każde ustawienie to wiersz „nazwa = wartość”."
        ),
        "settings.toml, line 2: “theme = light” is not valid TOML; each setting is a line “name = value”.",
    ),
}


@pytest.mark.parametrize("line", FAULTS)
def test_a_fault_is_one_sentence_with_file_line_what_was_found_and_what_is_allowed(line: str) -> None:
    [fault] = read_choices(f"# settings\n{line}\nlanguage = 'pl'\n", "settings.toml").faults

    assert tuple(Language(code).text(fault.key, **fault.values) for code in LANGUAGES) == FAULTS[line]


def test_all_faults_are_told_at_once_and_the_sound_values_hold() -> None:
    choices = read_choices('theme = 3\nlayout = "HWC"\nlanguage = "de"\nx.y = 1\n', "settings.toml")

    assert len(choices.faults) == 3
    assert choices.values == {"layout": "HWC"}
    assert choices.faulty == {"theme", "language", "x"}


def test_a_date_may_stand_in_quotes_and_nothing_means_none() -> None:
    assert read_choices('exam_date = "2027-01-31"', "").values == {"exam_date": date(2027, 1, 31)}
    assert read_choices('exam_date = ""', "").values == {"exam_date": None}
    assert read_choices("exam_date = 2027-01-31T09:00:00", "").faults


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_new_file_explains_every_setting_and_sets_none(code: str) -> None:
    source = template(Language("pl" if code == "pl" else "en"))

    assert tomllib.loads(source) == {"keys": {}}
    for name in FIELDS:
        [line] = [line for line in source.splitlines() if line.startswith(f"#{name} = ")]
        value = tomllib.loads(line[1:])[name]
        default = getattr(Settings(), name)
        assert FIELDS[name].read(value) == default or default is None


def test_the_readme_shows_every_setting_as_it_may_be_written() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    choices = read_choices(readme.partition("```toml\n")[2].partition("```")[0], "README.md")

    assert choices.faults == ()
    assert choices.values.keys() == FIELDS.keys()
    defaults = {name: getattr(Settings(), name) for name in FIELDS if name != "exam_date"}
    assert {**choices.values, "exam_date": None} == {**defaults, "exam_date": None}


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b'\xef\xbb\xbftheme = "light"\r\n')

    assert SettingsFile(path).read() == 'theme = "light"\r\n'


def test_a_file_that_cannot_be_read_is_told_apart_from_none(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"theme = \xff")

    assert SettingsFile(tmp_path / "none.toml").read() is None
    with pytest.raises(StudycardsError, match="not_utf8"):
        SettingsFile(path).read()
    with pytest.raises(StudycardsError, match="unreadable"):
        SettingsFile(tmp_path).read()


def test_a_write_that_fails_half_way_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SettingsFile(tmp_path / "settings.toml")
    file.write("old = 1\n")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StudycardsError, match="unwritable"):
        file.write("new = 2\n")

    assert file.read() == "old = 1\n"
    assert list(tmp_path.iterdir()) == [file.path]


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path: Path) -> None:
    target = tmp_path / "dotfiles.toml"
    target.write_text("", encoding="utf-8")
    target.chmod(0o640)
    link = tmp_path / "settings.toml"
    link.symlink_to(target)

    SettingsFile(link).write("new = 2\n")

    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new = 2\n"
    assert target.stat().st_mode & 0o777 == 0o640
