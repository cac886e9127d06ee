"""The other pages: the start, articles, permanent links, persons, lists of values."""

import html
import re

import pytest

from indexer.model import Document, Query, Reason, Removed
from indexer.search import search
from indexer.settings import Settings
from webapp import document_page
from webapp.app import create_app


def text_of(response):
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.text)))


def passage_of(documents, id, place):
    return next(one for one in documents if one.id == id).passages[place]


def test_the_start_page_says_what_the_archive_holds(client):
    page = client.get("/")
    text = text_of(page)
    assert "23 articles from 20 outlets, 4 March 2000 to 2017" in text
    assert "Ida Lund 16 articles" in text
    assert 'href="/search?year=2016"' in page.text
    assert 'href="/search?source=The+Quay"' in page.text
    assert "Nils Prag" not in text  # hidden


def test_an_article_marks_as_many_matches_as_were_announced(client, searcher, marks_of):
    for hit in search(searcher, Query(text="harbour", size=50)).hits:
        page = client.get(f"/documents/{hit.document.id}?q=harbour")
        assert len(marks_of(page.text)) == hit.matches
        assert re.search(rf"\b{hit.matches} match(es)?\b", text_of(page))


def test_each_passage_has_its_anchor_its_kind_and_its_link(client, documents):
    page = client.get("/documents/fire").text
    for passage in next(one for one in documents if one.id == "fire").passages:
        assert f'id="{passage.id}"' in page
        assert f"http://localhost/documents/fire/passages/{passage.id}?quote=" in page
    for markup in ("<h2 ", "<blockquote ", "<ul ", "<li ", "<table ", 'class="passage caption"'):
        assert markup in page


def test_a_date_says_where_it_comes_from_and_whether_it_is_sure(client):
    assert "11 May 2016 (from the date line)" in text_of(client.get("/documents/fire"))
    assert "2 January 2015 date doubtful (from the text)" in text_of(client.get("/documents/mina"))
    assert "no date" in text_of(client.get("/documents/undated"))


def test_only_web_addresses_are_links_and_they_are_not_vouched_for(client):
    page = client.get("/documents/fire").text
    assert (
        'href="https://quay.example/fire?a=1&amp;b=2" rel="noopener noreferrer nofollow external"'
        in page
    )
    hostile = client.get("/documents/hostile")
    assert "javascript:alert(3)" in text_of(hostile)
    assert 'href="javascript' not in hostile.text


def test_the_original_is_shown_as_text(client):
    assert (
        "original of fire &lt;b&gt;&amp;amp;&lt;/b&gt;"
        in client.get("/documents/fire?view=original").text
    )


def test_removed_blocks_say_why_and_how_to_restore_them(client, marks_of):
    page = client.get("/documents/fire?view=removed&q=newsletter&in=removed")
    text = text_of(page)
    assert "Promotion Rule: asks to pay" in text
    assert "keep: fire | Subscribe to the harbour newsletter today |" in text
    assert marks_of(page.text) == ["newsletter"]
    assert "Nothing was removed" in text_of(client.get("/documents/phare?view=removed"))


def test_a_removed_block_can_be_restored_in_its_outlet_and_everywhere(client):
    text = text_of(client.get("/documents/fire?view=removed"))
    assert "keep: source The Quay | Subscribe to the harbour newsletter today |" in text
    assert "keep: everywhere | Subscribe to the harbour newsletter today |" in text


def test_what_the_reader_removed_is_not_to_be_contradicted_in_the_same_breath(client):
    text = text_of(client.get("/documents/vote?view=removed"))
    assert "A line of your corrections removed it: take that line out" in text
    assert "keep: vote | The council is on every channel. |" in text
    assert "keep: everywhere | The council" not in text


def test_a_kept_passage_shows_the_lines_that_would_remove_it(client, documents):
    passage = passage_of(documents, "vote", 1)
    text = text_of(client.get(f"/documents/vote?passage={passage.id}"))
    assert "remove: vote | The harbour office will move in autumn. |" in text
    assert "remove: source Northern Herald | The harbour office will" in text
    assert "remove: everywhere | The harbour office will" in text
    assert "remove:" not in text_of(client.get("/documents/vote"))


def test_the_items_of_a_list_are_one_list_and_the_rows_of_a_table_one_table(client, documents):
    page = client.get("/documents/market?q=hats").text
    assert page.count('<ul class="run"') == page.count("<table ") == 1
    cells = re.findall(r"<td class=\"words\">(.*?)</td>", page)
    assert cells == ["Stop", "Eaten", "Market", "2 <mark>hats</mark>", "Sea", "1 ticket"]
    row = passage_of(documents, "market", 4)
    cited = client.get(f"/documents/market?passage={row.id}").text
    assert f'<tbody class="passage table here" id="{row.id}"' in cited
    assert "remove: market | Market | 2 hats |" in text_of(
        client.get(f"/documents/market?passage={row.id}")
    )


def test_a_phrase_over_the_border_of_two_cells_is_marked_in_both(client):
    page = client.get("/documents/market?q=%22sea+1+ticket%22").text
    assert '<td class="words"><mark>Sea</mark></td>' in page
    assert "<mark>1 ticket</mark></td>" in page


def test_date_lines_and_notes_on_the_author_stand_beside_the_article(client):
    text = text_of(client.get("/documents/vote"))
    assert "Date line Published 11 June 2016 | 10:04" in text
    assert "About the author Olga Writer covers the council." in text


def test_the_words_of_a_search_in_articles_are_marked_in_what_was_removed_too(client, marks_of):
    page = client.get("/documents/fire?view=removed&q=newsletter")
    assert marks_of(page.text) == ["newsletter"]


def test_an_article_without_text_is_still_a_page(client):
    page = client.get("/documents/bare.bib")
    assert page.status_code == 200
    assert "Without a title" in page.text


def test_an_unknown_article_is_not_found_and_a_moved_one_redirects(client):
    assert client.get("/documents/nope").status_code == 404
    moved = client.get("/documents/old-fire?q=fire&passage=p1")
    assert (moved.status_code, moved.location) == (302, "/documents/fire?q=fire&passage=p1#p1")


def test_an_article_that_is_gone_says_when_and_why(client):
    page = client.get("/documents/lost")
    assert page.status_code == 410
    assert "A lost <b>story</b> left the archive on 1 February 2024: its source is gone" in text_of(
        page
    )


def test_an_exact_link_goes_to_its_passage_and_marks_it(client, documents):
    passage = passage_of(documents, "fire", 2)
    link = client.get(f"/documents/fire/passages/{passage.id}?q=boats&quote=x")
    assert link.status_code == 302
    assert link.location == f"/documents/fire?q=boats&passage={passage.id}#{passage.id}"
    page = client.get(link.location)
    assert f'class="passage paragraph here" id="{passage.id}"' in page.text
    assert "“Three sheds, two boats" in text_of(page)
    assert f"/documents/fire.bib?passage={passage.id}" in page.text


def test_a_moved_passage_is_gone_to_and_said_to_have_moved(client, documents):
    passage = passage_of(documents, "fire", 0)
    link = client.get("/documents/fire/passages/p00000000000a")
    assert link.status_code == 302
    assert f"passage={passage.id}&was=p00000000000a#{passage.id}" in link.location
    text = text_of(client.get(link.location))
    assert "The passage this link was made for has changed" in text
    assert "burned for two days" in text


def test_without_history_the_links_own_words_find_the_passage(client, documents):
    passage = passage_of(documents, "fire", 0)
    link = client.get("/documents/fire/passages/p0123456789ab?quote=The+fire+at+the+old+harbour")
    assert f"#{passage.id}" in link.location
    assert "The link quotes: The fire at the old harbour" in text_of(client.get(link.location))


def test_a_changed_passage_shows_old_words_beside_new(client):
    page = client.get("/documents/fire/passages/p00000000000b")
    assert page.status_code == 200
    text = text_of(page)
    assert "This passage has changed" in text
    assert "for a week or more" in text
    assert "burned for three days" in text


def test_a_gone_passage_shows_its_last_known_words(client):
    page = client.get("/documents/fire/passages/p00000000000c")
    assert page.status_code == 410
    assert "since 3 March 2024" in text_of(page)
    assert "last known words" in text_of(page)
    assert "Nothing of this sentence is left anywhere." in text_of(page)


@pytest.mark.parametrize(
    ("quote", "status"),
    [("The mayor has confessed to all of it", 410), ("The fire at the new harbour went out", 200)],
)
def test_words_that_only_a_link_tells_are_not_said_to_be_the_archives(client, quote, status):
    page = client.get("/documents/fire/passages/p0123456789ab", query_string={"quote": quote})
    assert page.status_code == status
    assert "What the link quotes" in text_of(page)
    assert quote in text_of(page)
    assert "Then" not in text_of(page)
    assert "last known words" not in text_of(page)


def test_links_into_articles_that_moved_or_went_away(client):
    moved = client.get("/documents/old-fire/passages/p1?quote=a+b")
    assert (moved.status_code, moved.location) == (302, "/documents/fire/passages/p1?quote=a+b")
    gone = client.get("/documents/lost/passages/p00000000000d")
    assert gone.status_code == 410
    assert "These were its words." in text_of(gone)
    quoted = client.get("/documents/lost/passages/p1?quote=as+quoted")
    assert "What the link quotes" in text_of(quoted)
    assert "as quoted" in text_of(quoted)
    assert "last known words" not in text_of(quoted)
    assert client.get("/documents/nope/passages/p1").status_code == 404
    assert client.get("/documents/fire/passages/nothing").status_code == 404


def test_the_register_is_found_by_folded_name_and_alias_and_sorted(client):
    page = text_of(client.get("/persons"))
    assert "17 persons" in page
    assert page.index("Ida Lund") < page.index("Ada Berg")
    by_name = text_of(client.get("/persons?sort=name"))
    assert by_name.index("Ada Berg") < by_name.index("Ida Lund")
    assert "1 person" in text_of(client.get("/persons?q=MRS+lünd"))
    nobody = client.get("/persons?q=zzz")
    assert "Nobody in the register" in text_of(nobody)
    assert 'href="/search?q=zzz"' in nobody.text


def test_a_persons_page_holds_what_is_known(client):
    page = client.get("/persons/ida-lund")
    text = text_of(page)
    assert "Named in 16 articles, 17 times" in text
    assert "two people may bear it" in text
    assert "Also printed as Lund, Mrs Lund" in text
    assert "same: Ida Lund = Ada Berg" in text
    assert text.index("Council votes") < text.index("Fire at the old harbour")
    assert "Page 1 of 2" in text
    assert 'href="/persons/ida-lund?page=2"' in page.text
    assert "Per Holm 1 article that names both" in text
    assert 'href="/search?person=per-holm&amp;all-person=ida-lund&amp;sort=newest"' in page.text


def test_a_confirmed_person_has_no_note_and_a_hidden_one_has(client):
    assert "two people may bear it" not in text_of(client.get("/persons/per-holm"))
    assert "out of the facet" in text_of(client.get("/persons/nils-prag"))


def test_the_id_of_another_form_redirects_and_an_unknown_one_is_not_found(client):
    other = client.get("/persons/mrs-lund")
    assert (other.status_code, other.location) == (302, "/persons/ida-lund")
    assert client.get("/persons/nobody").status_code == 404
    assert "No article on this page" in text_of(client.get("/persons/per-holm?page=99"))


def test_every_value_of_a_facet_has_a_page_and_can_be_looked_up(client):
    page = client.get("/search/person?q=harbour&order=name")
    text = text_of(page)
    assert "persons" in text
    assert text.index("Ada Berg") < text.index("Ida Lund")
    assert 'href="/search?q=harbour&amp;person=ada-berg"' in page.text
    found = text_of(client.get("/search/person?q=harbour&find=mrs"))
    assert "1 of" in found
    assert "Ida Lund" in found
    assert "Ada Berg" not in found
    assert client.get("/search/colour").status_code == 404


@pytest.mark.parametrize("facet", ["person", "source", "language", "byline", "year"])
def test_a_facets_page_keeps_the_search(client, facet):
    page = client.get(f"/search/{facet}?q=harbour&sort=newest&find=&list-page=9")
    assert page.status_code == 200
    assert '<input type="hidden" name="sort" value="newest">' in page.text


def test_long_lists_have_pages(client):
    page = client.get("/persons?page=7")
    assert page.status_code == 200
    assert "Ida Lund" in page.text  # the last page there is


def test_of_very_many_removed_blocks_each_keeps_the_line_for_its_article(write_archive, tmp_path):
    removed = tuple(Removed(f"Button {n}", Reason.OTHER, 0) for n in range(600))
    document = Document("many", "many", "many.txt", "Many", (), removed, source="The Quay")
    engine = write_archive(tmp_path / "index", [document])
    client = create_app(engine, Settings(index="unused")).test_client()
    page = text_of(client.get("/documents/many?view=removed"))
    assert "keep: many | Button 599 |" in page
    assert "keep: everywhere" not in page


def test_an_article_shows_those_like_it_and_why(client, markup_faults, links_of):
    page = client.get("/documents/vote")
    section = page.text[page.text.index('class="similar"') : page.text.index('class="about"')]
    assert markup_faults(page.text) == []
    assert 'id="more-like-this">More like this</h2>' in section
    assert section.count('<h3 class="headline">') == 5
    assert "/documents/fire" in links_of(section)
    assert "/documents/vote" not in links_of(section)
    assert "Both name" in section
    assert "Both have" in section


@pytest.mark.parametrize("address", ["/documents/bare.bib", "/documents/vote?view=removed"])
def test_no_section_of_similar_articles_where_there_are_none_or_in_another_view(client, address):
    assert "More like this" not in client.get(address).text


def test_an_article_is_shown_without_those_like_it_where_that_took_too_long(engine, monkeypatch):
    monkeypatch.setattr(document_page, "SECONDS_FOR_SIMILAR", -1)
    nothing_read = create_app(engine, Settings(index="unused")).test_client()
    page = nothing_read.get("/documents/vote")
    assert page.status_code == 200
    assert "More like this" not in page.text
