from indexer.cleaner.microdata import dates_of_tags


def test_tags_say_the_day_of_publication():
    markup = """<meta content="2016-06-07T10:00Z" itemprop="datePublished">
    <time itemprop='dateCreated datePublished' datetime='2016-06-08'>x</time>"""
    assert dates_of_tags(markup) == ("2016-06-07T10:00Z", "2016-06-08")


def test_the_same_day_is_said_once():
    assert dates_of_tags('<p itemprop="datePublished" content="2016-06-07">' * 3) == ("2016-06-07",)


def test_other_tags_and_texts_say_nothing():
    markup = """datePublished <p>datePublished: 2016</p> <i class="datePublished" content="2016-06-07">
    <meta itemprop="datePublished"> <meta itemprop="datePublished" content="2016-06-07" """
    assert dates_of_tags(markup) == ()


def test_a_list_of_other_articles_says_nothing():
    tags = "".join(
        f'<p itemprop="datePublished" content="2016-06-{day:02}">' for day in range(1, 29)
    )
    assert dates_of_tags(tags * 2) == ()
