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
        headline="Goat takes tram",
        published="2016-06-07T10:00:00Z",
        authors=("Ann Lee", "Bo Rask"),
        publisher="Daily Wave",
        language="en",
        body="It took it.",
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


def test_dates_of_the_page_of_a_change_and_of_pictures_are_not_the_article_s():
    nodes = [
        {"@type": "ImageObject", "datePublished": "2016-06-01"},
        {"@type": "CollectionPage", "datePublished": "2016-06-02"},
        {"@type": ["WebPage"], "datePublished": "2016-06-03", "dateModified": "2016-06-04"},
    ]
    found = read_json_ld([json.dumps(nodes)])
    assert (found.published, found.page_published, found.modified) == (
        None,
        "2016-06-03",
        "2016-06-04",
    )
    article = {"@type": "BlogPosting", "dateCreated": "2016-06-05"}
    assert read_json_ld([json.dumps([*nodes, article])]).published == "2016-06-05"


def test_of_several_articles_the_one_of_the_page_s_title_counts():
    nodes = [
        {"@type": "Article", "headline": "Sheep on a bus", "datePublished": "2016-06-01"},
        {"@type": "Article", "name": "Goat takes the tram", "datePublished": "2016-06-02"},
        {"@type": "Article"},
        {"@type": "Review", "name": "Goat takes the tram"},
    ]
    scripts = [json.dumps(nodes)]
    assert read_json_ld(scripts, ["The goat takes the tram"]).published == "2016-06-02"
    assert read_json_ld(scripts).published == "2016-06-01"


def test_a_broken_script_of_an_article_tells_its_date():
    broken = '{"@type": "NewsArticle", "headline": "Goat" "datePublished": "2016-06-07"'
    assert read_json_ld([broken]).published == "2016-06-07"
    assert read_json_ld([broken.replace("NewsArticle", "WebSite")]).published is None


def test_entities_that_a_program_left_in_a_headline_are_read():
    node = '{"@type": "Article", "headline": "Goats &#038; trams"}'
    assert read_json_ld([node]).headline == "Goats & trams"
