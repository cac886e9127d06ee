import json

from indexer.cleaner.json_ld import LinkedData, read_json_ld


def test_the_article_s_facts_are_read():
    article = {
        "@type": "NewsArticle",
        "headline": "Goat takes tram",
        "datePublished": "2016-06-07T10:00:00Z",
        "author": [{"name": "Ann Lee"}, "Bo Rask", {"name": "https://x.example"}, {"url": "y"}],
        "publisher": {"@type": "Organization", "name": "Daily Wave"},
        "inLanguage": "en",
        "articleBody": "It took it.",
    }
    found = read_json_ld([json.dumps({"@graph": [{"@type": "WebPage"}, article]})])
    assert found == LinkedData(
        "Goat takes tram",
        "2016-06-07T10:00:00Z",
        ("Ann Lee", "Bo Rask"),
        "Daily Wave",
        "en",
        "It took it.",
    )


def test_kinds_and_values_may_be_lists():
    found = read_json_ld(
        ['{"@type": ["Thing", "ReportageNewsArticle"], "name": ["Goat"], "author": null}']
    )
    assert (found.headline, found.authors) == ("Goat", ())


def test_a_site_without_an_article_gives_its_name():
    assert read_json_ld(['{"@type": "WebSite", "name": "Daily Wave"}']).publisher == "Daily Wave"


def test_what_is_broken_is_passed_over():
    assert read_json_ld(["{", "", "[" * 100_000, "7", '{"@type": 3}', "[[[[]]]]"]) == LinkedData()


def test_no_more_is_read_than_a_page_needs():
    crowd = json.dumps([{"a": 1}] * 190 + [[{"b": 2}] * 190] * 9)
    assert read_json_ld([json.dumps([json.loads(crowd)] * 60)]) == LinkedData()


def test_an_object_is_no_kind_and_is_not_spelled_out():
    found = read_json_ld(['{"@type": {"@type": "NewsArticle", "headline": "Goat"}}'])
    assert found.headline == "Goat"
    assert read_json_ld(['{"@type": {"a": "NewsArticle"}, "headline": "Goat"}']) == LinkedData()
