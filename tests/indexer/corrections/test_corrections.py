import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.corrections import (
    Corrections,
    NameRule,
    PairRule,
    PersonRules,
    SplitRule,
    parse_corrections,
    person_lines,
    read_corrections,
)
from indexer.corrections.grammar import VERBS
from indexer.identity import fold, name_key
from indexer.model import BlockRule


def parse(*lines):
    return parse_corrections("\n".join(lines), "c.txt")


def test_every_verb_says_what_it_is_for():
    found = parse(
        "# what we decided in spring",
        "",
        "same: Ana  Abdul Berg = Ana Berg",
        "not-same: Carl Holm | Carl E. Holm",
        "split: John Lind | source The Herald | from 2010 | to 2012-05",
        "split: John Lind|document herald/x.txt|in 1999",
        "  drop : Deir Valley",
        "ADD: Abu Lind",
        "rename: Abu Berg = Abu al-Berg",
        "hide: Otto Holm",
        "confirm: Mia Lind",
        "alias: VP = Valley Party, Party of the Valley",
        "keep: herald/2016/x.html | “The  Last sentence",
        "remove: source The Herald | Subscribe to | us",
        "remove: everywhere | Share # this",
        "moved: old/path.txt = new/path.txt",
    )
    assert found == Corrections(
        persons=PersonRules(
            same=(PairRule("Ana Abdul Berg", "Ana Berg", "c.txt:3"),),
            not_same=(PairRule("Carl Holm", "Carl E. Holm", "c.txt:4"),),
            splits=(
                SplitRule(
                    "John Lind", "c.txt:5", source="The Herald", first="2010", last="2012-05"
                ),
                SplitRule(
                    "John Lind", "c.txt:6", document="herald/x.txt", first="1999", last="1999"
                ),
            ),
            drops=(NameRule("Deir Valley", "c.txt:7"),),
            adds=(NameRule("Abu Lind", "c.txt:8"),),
            renames=(PairRule("Abu Berg", "Abu al-Berg", "c.txt:9"),),
            hides=(NameRule("Otto Holm", "c.txt:10"),),
            confirms=(NameRule("Mia Lind", "c.txt:11"),),
        ),
        block_rules=(
            BlockRule("keep", '"the last sentence', document="herald/2016/x.html", line="c.txt:13"),
            BlockRule("remove", "subscribe to | us", source="The Herald", line="c.txt:14"),
            BlockRule("remove", "share # this", line="c.txt:15"),
        ),
        moved={"old/path.txt": "new/path.txt"},
        aliases={"VP": ("Valley Party", "Party of the Valley")},
    )


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("same Ana = Berg", "'same ana = berg' has no colon; begin with one of same, not-same, "),
        ("smae: Ana = Berg", "'smae' is no correction; did you mean same?"),
        ("xyzzyx: Ana", "'xyzzyx' is no correction; expected one of same, not-same, split, "),
        (": Ana", "'' is no correction; expected one of "),
        ("same: Ana Berg", "'Ana Berg' is not of the form NAME = NAME"),
        ("same: Ana Berg =", "'Ana Berg =' is not of the form NAME = NAME"),
        ("same: A = B = C", "'A = B = C' is not of the form NAME = NAME"),
        ("same: Ana Berg = ana  BERG", "'Ana Berg' is that name already; take the line out"),
        ("not-same: Ana = Berg", "'Ana = Berg' is not of the form NAME | NAME"),
        (
            "not-same: Ana Berg | Ana BERG",
            "'Ana Berg' is the same name twice; tell its bearers by split:",
        ),
        ("rename: Ana Berg = Ana Berg", "'Ana Berg' is its name already; take the line out"),
        ("drop:", "'' is no name; one with a letter is expected"),
        ("drop: !?", "'!?' is no name; one with a letter is expected"),
        (
            "drop: Ana Berg # no person",
            "'Ana Berg # no person' is no name, because of the #; a comment needs",
        ),
        ("hide: Ana | Berg", "'Ana | Berg' is no name, because of the |"),
        ("add: " + "a" * 201, f"'{'a' * 60}…' is longer than 200 characters"),
        (
            "split: Ana Berg",
            "in which articles? Expected NAME | source OUTLET, or document, from, to",
        ),
        (
            "split: Ana Berg | The Herald",
            "'The Herald' is no condition; expected source NAME, document",
        ),
        ("split: Ana Berg | from soon", "'soon' is no date; expected YYYY, YYYY-MM or YYYY-MM-DD"),
        (
            "split: Ana Berg | from 2001-02-30",
            "'2001-02-30' is no date: day is out of range for month",
        ),
        ("split: Ana Berg | from 2002 | to 2001", "2002 is after 2001; swap them"),
        ("split: Ana Berg | in 2001 | to 2002", "'to 2002' is said twice; write a line for each"),
        ("split: | in 2001", "'' is no name; one with a letter is expected"),
        ("alias: VP", "'VP' is not of the form A = B, C"),
        ("alias: VP = VP, ", "'VP' gets no other word; expected A = B, C"),
        ("alias: VP = vp", "'VP' gets no other word; expected A = B, C"),
        ("alias: VP = a OR b (c)", "'a OR b (c)' cannot be an alias, because of the (; write its"),
        (
            "alias: VP* = Valley Party",
            "'VP*' cannot be an alias, because of the *; write its words",
        ),
        ('alias: VP = the "V" Party', '\'the "V" Party\' cannot be an alias, because of the "'),
        (
            "alias: VP = title:Party",
            "'title:Party' cannot be an alias, because of the :; write its",
        ),
        ("alias: Valley = NOT", "'NOT' cannot be an alias: in a query it is an operator"),
        (
            "alias: VP = " + "a b " * 10,
            "'a b a b a b a b a b a b a b a b a b a b' has more than 12",
        ),
        (
            "alias: VP = " + "b " * 1_000,
            "'b b b b b b b b b b b b b b b b b b b b b b b b b b b b b",
        ),
        (
            "alias: VP = " + ", ".join(f"w{number}" for number in range(21)),
            "21 words for 'VP'; at most 20",
        ),
        (
            "keep: The last sentence",
            "expected a path, an id, source NAME or everywhere; then | and how",
        ),
        (
            "keep: | The last sentence",
            "expected a path, an id, source NAME or everywhere; then | and how",
        ),
        (
            "remove: everywhere |  ",
            "expected a path, an id, source NAME or everywhere; then | and how",
        ),
        ("moved: a.txt", "'a.txt' is not of the form old/path.txt = new/path.txt"),
        ("moved: a.txt = a.txt", "'a.txt' is the same path twice; take the line out"),
        ("drop: Ana\x07Berg", "'drop: Ana\\x07Berg' holds a control character; take it out"),
        ("drop: Ana\u2028Berg", "'drop: Ana\\u2028Berg' holds a control character; take it out"),
        ("drop: " + "a" * 5_000, "a line of 5006 characters; at most 4000 are usable"),
    ],
)
def test_a_line_that_says_nothing_valid_is_an_error_and_the_others_apply(line, error):
    found = parse("hide: Otto Holm", line, "confirm: Mia Lind")
    assert len(found.errors) == 1
    assert found.errors[0].startswith(f"c.txt:2: {error}")
    assert found.persons.hides == (NameRule("Otto Holm", "c.txt:1"),)
    assert found.persons.confirms == (NameRule("Mia Lind", "c.txt:3"),)


def test_paths_may_hold_the_sign_between_them():
    assert parse("moved: a=b.txt = c.txt").moved == {"a=b.txt": "c.txt"}
    assert parse("moved: a.txt=c.txt").moved == {"a.txt": "c.txt"}


def test_what_moved_twice_is_where_it_came_to_last():
    found = parse("moved: b.txt = c.txt", "moved: a.txt = b.txt")
    assert found.moved == {"a.txt": "c.txt", "b.txt": "c.txt"}


def test_what_was_renamed_twice_has_the_last_name():
    found = parse("rename: Ana Berg = Ana Holm", "rename: Ana Holm = Ana Lind")
    assert [rule.right for rule in found.persons.renames] == ["Ana Lind", "Ana Lind"]


def test_a_rename_may_change_the_spelling_alone():
    found = parse("rename: ana berg = Ana Berg")
    assert found.errors == ()
    assert found.persons.renames == (PairRule("ana berg", "Ana Berg", "c.txt:1"),)


def test_lines_about_one_alias_add_up():
    found = parse("alias: VP = Valley Party", "alias: VP = Party, Valley Party")
    assert found.aliases == {"VP": ("Party", "Valley Party")}
    turned = parse("alias: VP = Party, Valley Party", "alias: VP = Valley Party")
    assert turned.aliases == found.aliases


def test_an_alias_is_its_words_and_quotation_marks_round_it_are_not():
    found = parse('alias: FRL = "Free River League", «River  League», frl, free river league')
    assert (found.errors, found.aliases) == ((), {"FRL": ("Free River League", "River League")})


def test_aliases_that_lead_round_in_a_circle_contradict_nothing():
    found = parse("alias: A1 = B1", "alias: B1 = A1", "alias: B1 = C1")
    assert found.errors == ()
    assert found.aliases == {"A1": ("B1",), "B1": ("A1", "C1")}


def test_aliases_beyond_what_a_search_can_read_are_errors_with_their_lines():
    many = [f"alias: a{n} = " + ", ".join(f"b{n}x{k}" for k in range(19)) for n in range(2_502)]
    found = parse(*many, "hide: Otto Holm")
    assert len(found.aliases) == 2_500
    assert [error.split(": ", 1)[0] for error in found.errors] == ["c.txt:2501", "c.txt:2502"]
    assert "more than 50000 words in alias: lines; this one is left out" in found.errors[0]
    assert len(found.persons.hides) == 1


def test_a_line_that_stands_there_twice_counts_once():
    found = parse("drop: Ana Berg", "drop:  Ana Berg", "keep: a | b", "keep: a | B")
    assert found.errors == ()
    assert found.persons.drops == (NameRule("Ana Berg", "c.txt:1"),)
    assert [rule.line for rule in found.block_rules] == ["c.txt:3"]


@pytest.mark.parametrize(
    "lines",
    [
        ("same: Ana Berg = Mia Lind", "not-same: mia lind | Ana Berg"),
        ("same: A = B", "same: B = C", "not-same: A | C"),
        ("same: A = C", "same: B = C", "not-same: A | B"),
        ("rename: A = B", "not-same: A | B"),
        ("same: A = B", "rename: A = B", "not-same: A | B"),
        ("same: A = B", "same: A = C"),
        ("same: A = B", "rename: A = C"),
        ("same: A = B", "same: B = A"),
        ("same: A = B", "same: B = C", "rename: C = A"),
        ("rename: A = B", "rename: a = C"),
        ("rename: A = B", "rename: C = b"),
        ("drop: Ana Berg", "confirm: ana berg"),
        ("drop: Ana Berg", "add: Ana Berg"),
        ("drop: Ana Berg", "rename: ana berg = Mia Lind"),
        ("drop: Ana Berg", "same: Ana Berg = Mia Lind"),
        ("drop: Ana Berg", "rename: Mia Lind = Ana Berg"),
        ("drop: A", "same: A = B", "rename: A = B", "confirm: A"),
        ("keep: x.html | Share", "remove: x.html | Share this"),
        ("remove: source Herald | Its dir", "keep: source herald | Its director"),
        ("keep: everywhere | Share", "keep: everywhere | Share this", "remove: everywhere | Sh"),
        ("keep: everywhere | a", "keep: everywhere | ab", "remove: everywhere | abc"),
        ("keep: x.html | Share this", "remove: x.html | share  this"),
        ("keep: source The Herald | Share", "remove: source The Herald | Share"),
        ("keep: everywhere | Share", "remove: everywhere | Share"),
        ("moved: a.txt = b.txt", "moved: a.txt = c.txt"),
        ("moved: a.txt = b.txt", "moved: b.txt = a.txt"),
        ("moved: a.txt = b.txt", "moved: b.txt = c.txt", "moved: c.txt = a.txt"),
    ],
)
def test_of_lines_that_contradict_each_other_all_are_named_and_none_applies(lines):
    found = parse("hide: Otto Holm", *lines)
    assert {error.split(": ")[0] for error in found.errors} == {
        f"c.txt:{number}" for number in range(2, len(lines) + 2)
    }
    for error in found.errors:
        assert " contradicts c.txt:" in error
        assert ("neither applies" in error) == (len(lines) == 2)
    assert found == Corrections(
        errors=found.errors, persons=PersonRules(hides=(NameRule("Otto Holm", "c.txt:1"),))
    )


def test_a_contradiction_names_the_other_line_and_what_to_do():
    assert parse("drop: Ana Berg", "confirm: Ana Berg").errors == (
        "c.txt:1: 'drop: Ana Berg' contradicts c.txt:2 ('confirm: Ana Berg'); neither applies: "
        "say whether it is a person",
        "c.txt:2: 'confirm: Ana Berg' contradicts c.txt:1 ('drop: Ana Berg'); neither applies: "
        "say whether it is a person",
    )


def test_a_block_kept_and_removed_leaves_those_alone_that_only_begin_alike():
    found = parse(
        "keep: x.html | Share",
        "remove: x.html | Share this",
        "keep: x.html | Share that",
        "keep: x.html | Sharing",
        "remove: x.html | Sh are",
    )
    assert [error.split(": ")[0] for error in found.errors] == ["c.txt:1", "c.txt:2"]
    assert [rule.text for rule in found.block_rules] == ["share that", "sharing", "sh are"]


def test_of_many_contradicting_lines_an_error_names_three():
    found = parse(*(f"moved: a.txt = {number}.txt" for number in range(9)))
    assert len(found.errors) == 9
    assert all(" and 5 more; none of them applies" in error for error in found.errors)


@pytest.mark.parametrize(
    "lines",
    [
        ("same: A = B", "same: B = C", "same: D = C", "not-same: A | E"),
        ("drop: A", "hide: A"),
        ("confirm: A", "hide: A", "rename: A = B"),
        ("split: A | in 2001", "split: A | in 2002"),
        ("keep: x.html | Share", "remove: everywhere | Share", "remove: y.html | Share"),
        ("keep: everywhere | Its dir", "remove: source herald | Its director"),
        ("keep: x.html | Share this", "remove: x.html | Share that", "keep: x.html | Share this a"),
        ("drop: B", "same: A = B"),
        ("drop: A", "not-same: A | B"),
        ("drop: B", "hide: A", "rename: A = C"),
        ("moved: a.txt = c.txt", "moved: b.txt = c.txt"),
        ("same: A = B", "rename: A = B"),
    ],
)
def test_lines_that_only_look_like_a_contradiction_apply(lines):
    found = parse(*lines)
    assert found.errors == ()
    persons = found.persons
    rules = [*persons.same, *persons.not_same, *persons.splits, *persons.drops, *persons.hides]
    rules += [*persons.confirms, *persons.renames, *found.block_rules, *found.moved]
    assert len(rules) == len(lines)


def test_a_rule_is_found_again_where_it_stands():
    found = parse(
        "same: Ana Berg = Mia Lind",
        "not-same: Otto Holm | Ana Berg",
        "not-same: Siv Holm | Otto Holm",
        "split: Otto Holm | in 2001",
        "split: Otto Holm | in 2002",
        "hide: Otto Holm",
        "rename: otto holm = Otto Holm",
        "add: Kari Lind",
    )
    assert found.persons.places() == {
        ("same", "Ana Berg"): ("c.txt:1",),
        ("not-same", "Otto Holm"): ("c.txt:2", "c.txt:3"),
        ("not-same", "Ana Berg"): ("c.txt:2",),
        ("not-same", "Siv Holm"): ("c.txt:3",),
        ("split", "Otto Holm"): ("c.txt:4", "c.txt:5"),
        ("hide", "Otto Holm"): ("c.txt:6",),
        ("rename", "otto holm"): ("c.txt:7",),
        ("add", "Kari Lind"): ("c.txt:8",),
    }


def test_long_chains_do_not_take_long():
    lines = [f"same: Name {number} = Name {number + 1}" for number in range(3_000)]
    found = parse(*lines, "not-same: Name 0 | Name 3000", "not-same: Name 5 | Mia Lind")
    assert len(found.errors) == 3_001
    assert found.persons.same == ()
    assert len(found.persons.not_same) == 1


def test_all_files_are_one(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfdrop: Ana Berg\r\nhide: Otto Holm\r\n")
    (tmp_path / "b.txt").write_text("confirm: Ana Berg\nadd: Mia Lind")
    found = read_corrections([tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "a.txt"])
    assert [error.split(": ")[0] for error in found.errors] == [
        f"{tmp_path}/a.txt:1",
        f"{tmp_path}/b.txt:1",
    ]
    assert found.persons.hides == (NameRule("Otto Holm", f"{tmp_path}/a.txt:2"),)
    assert found.persons.adds == (NameRule("Mia Lind", f"{tmp_path}/b.txt:2"),)


def test_bytes_that_are_not_utf8_are_an_error_of_their_line(tmp_path):
    (tmp_path / "c.txt").write_bytes(b"drop: Ana\nhide: caf\xe9\nadd: Mia Lind\n")
    found = read_corrections([tmp_path / "c.txt"])
    assert found.errors == (f"{tmp_path}/c.txt:2: not UTF-8 (byte 0xe9 at 9); save it as UTF-8",)
    assert len(found.persons.drops) == len(found.persons.adds) == 1


def test_files_that_cannot_be_read_are_errors_and_the_others_apply(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "utf16.txt").write_bytes("drop: Ana".encode("utf-16"))
    (tmp_path / "large.txt").write_bytes(b"#" * 50)
    (tmp_path / "good.txt").write_text("drop: Ana Berg")
    monkeypatch.setattr("indexer.corrections.reading.MAXIMUM_FILE", 40)
    names = ["pipe", "gone.txt", "utf16.txt", "large.txt", "good.txt"]
    found = read_corrections([tmp_path / name for name in names])
    assert found.errors == (
        f"{tmp_path}/pipe: not a file; name the file itself",
        f"{tmp_path}/gone.txt: cannot be read: No such file or directory",
        f"{tmp_path}/utf16.txt: is in UTF-16; save it as UTF-8",
        f"{tmp_path}/large.txt: larger than 40 bytes; is it the right file?",
    )
    assert found.persons.drops[0].name == "Ana Berg"


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_parser(text):
    found = parse_corrections(text, "c.txt")
    assert all(error.startswith("c.txt") for error in found.errors)


SIGNS = [
    ":",
    "=",
    "|",
    "#",
    " ",
    ",",
    "\n",
    "source ",
    "from 2001",
    "everywhere",
    "Ana",
    "Mia",
    "a.txt",
]
PIECES = st.sampled_from([*VERBS, *SIGNS])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_no_lines_made_of_its_own_words_break_the_parser(pieces):
    lines = len("".join(pieces).split("\n"))
    found = parse_corrections("".join(pieces), "c.txt")
    places = {int(error.split(":")[1]) for error in found.errors}
    assert places <= set(range(1, lines + 1))


NAMES = st.from_regex(r"[A-ZÉа-я][a-zéب]{1,8}( [A-Zك][a-z'-]{1,8}){0,2}", fullmatch=True)


@settings(deadline=None)
@given(st.sampled_from(["drop", "add", "hide", "confirm"]), NAMES)
def test_every_line_about_a_name_comes_back_as_it_was_meant(verb, name):
    found = parse(f"{verb}: {name}")
    assert getattr(found.persons, f"{verb}s") == (NameRule(name, "c.txt:1"),)


@settings(deadline=None)
@given(st.sampled_from([("same", "="), ("not-same", "|"), ("rename", "=")]), NAMES, NAMES)
def test_every_line_about_two_names_comes_back_as_it_was_meant(verb, left, right):
    if name_key(left) != name_key(right):
        field = {"same": "same", "not-same": "not_same", "rename": "renames"}[verb[0]]
        found = parse(f"{verb[0]}: {left} {verb[1]} {right}")
        assert getattr(found.persons, field) == (PairRule(left, right, "c.txt:1"),)


BLOCK_LINES = given(
    st.sampled_from(["keep", "remove"]),
    st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="|"), min_size=1),
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=80),
)


@settings(deadline=None)
@BLOCK_LINES
def test_every_line_about_a_block_comes_back_folded(action, place, beginning):
    begins = not beginning.rstrip().endswith("|")  # a bar at the end says that it is all of it
    if begins and fold(beginning) and place != "everywhere":
        (rule,) = parse(f"{action}: {place} | {beginning}").block_rules
        assert rule.action == action
        assert rule.text == fold(beginning)
        assert fold(rule.document) == fold(place)


@settings(deadline=None)
@BLOCK_LINES
def test_every_line_about_a_whole_block_comes_back_folded(action, place, block):
    if fold(block) and place != "everywhere":
        (rule,) = parse(f"{action}: {place} | {block} |").block_rules
        assert rule.action == action
        assert rule.text == f"{fold(block)}\n"
        assert fold(rule.document) == fold(place)


KEYS = st.sampled_from("ABCDE")
STEPS = st.tuples(
    st.sampled_from(["same: {} = {}", "rename: {} = {}", "not-same: {} | {}"]), KEYS, KEYS
)


@settings(deadline=None)
@given(st.lists(STEPS, max_size=8), st.randoms())
def test_what_applies_agrees_with_itself_and_does_not_depend_on_the_order(made, random):
    lines = [form.format(left, right) for form, left, right in made if left != right]
    persons = parse(*lines).persons
    shuffled = random.sample(lines, len(lines))
    assert pairs(parse(*shuffled).persons) == pairs(persons)
    following = {rule.left: rule.right for rule in (*persons.same, *persons.renames)}
    for left in following:
        seen = [left]
        while seen[-1] in following:
            seen.append(following[seen[-1]])
            assert seen.count(seen[-1]) == 1  # no circle
    for rule in persons.not_same:
        assert end(rule.left, following) != end(rule.right, following)


def pairs(persons):
    rules = (persons.same, persons.not_same, persons.renames)
    return [sorted({(rule.left, rule.right) for rule in kind}) for kind in rules]


def end(name, following):
    return end(following[name], following) if name in following else name


def test_a_bar_at_the_end_means_the_whole_block_and_marks_that_nobody_sees_do_not_count():
    found = parse("remove: everywhere | Share |", "keep: x.html | \u202bשלום | עולם\u202c |")
    assert found.errors == ()
    assert [rule.text for rule in found.block_rules] == ["share\n", "שלום | עולם\n"]


def test_a_whole_block_and_the_beginning_of_another_contradict_each_other_only_where_both_fit():
    assert parse("remove: everywhere | Share |", "keep: everywhere | Share prices").errors == ()
    both = parse("remove: everywhere | Share |", "keep: everywhere | Sha")
    assert [error.split(": ")[0] for error in both.errors] == ["c.txt:1", "c.txt:2"]


@pytest.mark.parametrize("line", ["keep: x.html | |", "keep: x.html | \u200f"])
def test_a_bar_without_words_before_it_is_an_error(line):
    (error,) = parse(line).errors
    assert error.startswith("c.txt:1: expected a path")


# --- names that only accents tell apart


def test_names_that_only_accents_tell_apart_may_be_joined_or_kept_apart():
    found = parse("same: Ivan Kovac = Ivan Kovač", "not-same: Ivan Kovač | Ivan Kovać")
    assert found.errors == ()
    assert [rule.right for rule in found.persons.same] == ["Ivan Kovač"]


@pytest.mark.parametrize(
    "lines",
    [
        ("same: Ivan Kovac = Ivan Kovač", "same: Ivan Kovac = Ivan Kovać"),
        ("same: Ivan Kovač = Ivan Kovać", "same: Ivan Kovać = Ivan Kovač"),
        ("same: Ivan Kovač = Ivan Kovać", "not-same: Ivan Kovać | Ivan Kovač"),
    ],
)
def test_lines_about_accents_contradict_each_other_as_others_do(lines):
    found = parse(*lines)
    assert [error.split(": ")[0] for error in found.errors] == ["c.txt:1", "c.txt:2"]
    assert (found.persons.same, found.persons.not_same) == ((), ())


# --- lines repeated to the reader


def test_every_line_about_persons_is_repeated_as_it_might_be_written():
    lines = [
        "same: A Berg = B Berg",
        "not-same: C Holm | D Holm",
        "rename: E Berg = F Berg",
        "split: G Berg | source The Gull | document x.txt | from 2015 | to 2016-02",
        "drop: H Berg",
        "add: I Berg",
        "hide: J Berg",
        "confirm: K Berg",
    ]
    found = tuple(person_lines(parse(*lines, "keep: everywhere | X").persons))
    assert [line.text for line in found] == lines
    assert [line.place for line in found] == [f"c.txt:{n}" for n in range(1, 9)]
    assert [line.verb for line in found] == [line.split(":")[0] for line in lines]
    assert found[0].names == ("A Berg", "B Berg")
    assert found[3].names == ("G Berg",)


def test_a_month_of_a_split_is_repeated_as_two_dates():
    (line,) = person_lines(parse("split: G Berg | in 2016-02").persons)
    assert line.text == "split: G Berg | from 2016-02 | to 2016-02"
