from indexer.cleaner.page_head import PageHead, read_head


def test_a_head_says_title_site_date_author_address_and_language():
    head = read_head(
        """<html lang="en-GB"><head><title> Goat - Wave </title>
        <meta property="og:title" content="Goat takes tram"><meta property="og:site_name" content="Wave">
        <meta name="author" content="Ann Lee"><meta property="article:published_time" content="2016-06-07">
        <link rel="canonical" href="https://wave.example/goat"></head><body><title>no</title></body></html>"""
    )
    assert head == PageHead(
        title="Goat - Wave",
        named="Goat takes tram",
        site="Wave",
        published=("2016-06-07",),
        author="Ann Lee",
        url="https://wave.example/goat",
        language="en-GB",
    )


def test_dates_of_publication_of_a_change_and_of_nothing_said_are_told_apart():
    head = read_head(
        """<meta name="date" content="2016-06-01"><meta itemprop="dateCreated datePublished" content="2016-06-02">
        <meta property="article:modified_time" content="2016-06-03"><meta name="pubdate" content="2016-06-04">"""
    )
    assert head.published == ("2016-06-02", "2016-06-04")
    assert head.dated == ("2016-06-01", "2016-06-02")
    assert head.modified == ("2016-06-03",)


def test_the_first_of_two_metas_counts_and_an_empty_one_does_not():
    head = read_head(
        '<meta name="author" content=""><meta name="author" content="Ann"><meta name="author" content="Bo">'
    )
    assert head.author == "Ann"


def test_a_text_without_a_tag_has_no_head():
    assert read_head("goat.html") == PageHead()
    assert read_head("") == PageHead()


def test_a_head_that_is_never_closed_is_read_to_a_limit():
    assert (
        read_head(
            "<title>Goat</title>" + "<div>" * 100_000 + "<meta name=author content=Ann>"
        ).author
        is None
    )
