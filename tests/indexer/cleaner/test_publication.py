import pytest

from indexer.cleaner.publication import Evidence, Trust, stamped, weigh
from indexer.model import DateOrigin, Published


def said(date, trust, swapped=None, **facts):
    return Evidence(date, ORIGINS[trust], trust, swapped, **facts)


ORIGINS = {
    Trust.ARTICLE: DateOrigin.JSON_LD,
    Trust.META: DateOrigin.META,
    Trust.SAID: DateOrigin.DATE_LINE,
    Trust.PAGE: DateOrigin.JSON_LD,
    Trust.PRINTED: DateOrigin.DATE_LINE,
    Trust.URL: DateOrigin.URL,
    Trust.UNSAID: DateOrigin.META,
    Trust.STRAY: DateOrigin.DATE_LINE,
    Trust.CHANGED: DateOrigin.META,
}


def test_without_evidence_there_is_no_date():
    assert weigh(()) is None


def test_the_most_trusted_date_wins_in_any_order():
    evidence = [said(f"2016-06-{trust + 1:02}", trust) for trust in Trust]
    assert weigh(evidence).date == weigh(evidence[::-1]).date == "2016-06-01"
    assert weigh(evidence[4:]).origin is DateOrigin.DATE_LINE


@pytest.mark.parametrize(
    ("trust", "sure"),
    [
        (Trust.ARTICLE, True),
        (Trust.META, True),
        (Trust.SAID, True),
        (Trust.PAGE, False),
        (Trust.PRINTED, False),
        (Trust.URL, False),
        (Trust.UNSAID, False),
        (Trust.STRAY, False),
        (Trust.CHANGED, False),
    ],
)
def test_a_lone_date_is_sure_only_where_it_says_what_it_is(trust, sure):
    assert weigh([said("2016-06-07", trust)]) == Published("2016-06-07", ORIGINS[trust], sure)


def test_a_lone_date_that_is_firm_is_sure():
    assert weigh([said("2016-06-07", Trust.PRINTED, is_firm=True)]).sure
    assert not weigh([said("2016-06-07", Trust.STRAY, is_firm=True)]).sure


def test_two_origins_that_agree_make_a_date_sure():
    assert weigh([said("2016-06-07", Trust.PRINTED), said("2016-06-07", Trust.URL)]).sure


def test_two_fields_of_one_head_are_one_origin():
    machine = [said("2016-06-07", Trust.ARTICLE), said("2016-06-07", Trust.META)]
    assert not weigh([*machine, said("2016-06-01", Trust.PRINTED)]).sure


def test_another_date_that_is_printed_raises_doubt():
    found = weigh([said("2016-06-07", Trust.ARTICLE), said("2016-06-11", Trust.PRINTED)])
    assert found == Published("2016-06-07", DateOrigin.JSON_LD, sure=False)


def test_the_day_of_the_last_change_raises_no_doubt_and_is_better_than_nothing():
    changed = said("2016-06-11", Trust.CHANGED)
    assert weigh([said("2016-06-07", Trust.ARTICLE), changed]).sure
    assert weigh([changed, said("2016-06", Trust.URL)]).date == "2016-06-11"
    assert weigh([said("2016-06", Trust.URL)]) == Published("2016-06", DateOrigin.URL, sure=False)


def test_the_printed_day_counts_where_the_stamp_is_of_greenwich():
    before = said("2016-06-07", Trust.META, is_before=True)
    assert weigh([before, said("2016-06-06", Trust.PRINTED)]) == Published(
        "2016-06-06", DateOrigin.DATE_LINE, sure=True
    )
    assert weigh([before, said("2016-06-08", Trust.PRINTED)]).date == "2016-06-07"
    after = said("2016-06-07", Trust.META, is_after=True)
    assert weigh([after, said("2016-06-08", Trust.URL)]).date == "2016-06-08"


def test_the_printed_day_of_a_change_does_not_count():
    stamps = [said("2016-06-07", Trust.META, is_after=True), said("2016-06-08", Trust.CHANGED)]
    assert weigh([*stamps, said("2016-06-08", Trust.PRINTED)]).date == "2016-06-07"
    assert weigh([*stamps, said("2016-06-08", Trust.SAID)]).date == "2016-06-08"


def test_a_stamp_that_is_printed_too_stays():
    stamp = said("2016-06-07", Trust.META, is_after=True)
    printed = [said("2016-06-08", Trust.URL), said("2016-06-07", Trust.PRINTED)]
    assert weigh([stamp, *printed]).date == "2016-06-07"


def test_a_date_of_two_days_is_read_as_another_one_says():
    two = said("2016-04-03", Trust.SAID, "2016-03-04")
    assert weigh([two]) == Published("2016-04-03", DateOrigin.DATE_LINE, sure=False)
    assert weigh([two, said("2016-03-04", Trust.URL)]) == Published(
        "2016-03-04", DateOrigin.DATE_LINE, sure=True
    )
    assert weigh([two, said("2016-04-03", Trust.URL)]).date == "2016-04-03"


def test_a_date_of_two_days_is_read_as_the_page_writes_dates():
    two = said("2016-04-03", Trust.SAID, "2016-03-04")
    assert weigh([two], day_first=True) == Published("2016-04-03", DateOrigin.DATE_LINE, sure=True)
    assert weigh([two], day_first=False).date == "2016-03-04"
    assert weigh([two, said("2016-03-04", Trust.URL)], day_first=True).date == "2016-03-04"


def test_the_second_zero_of_unix_is_no_date():
    assert weigh([said("1970-01-01", Trust.META), said("2016-06-07", Trust.PRINTED)]).date == (
        "2016-06-07"
    )


def test_stamps_become_evidence_and_what_holds_no_date_does_not():
    assert stamped(["2016-06-07", None, "", "soon"], DateOrigin.META, Trust.META) == (
        said("2016-06-07", Trust.META),
    )
