"""What strangers type where an address belongs."""
# ruff: noqa: RUF001 (letters that look like others are what this is about)

import re

import pytest
from django.core.mail import EmailMessage
from hypothesis import given
from hypothesis import strategies as st

from offramp.notices.addresses import (
    BeforeTheAt,
    LooksLikeAnother,
    MoreThanOne,
    NotAnAddress,
    Quoted,
    TooLong,
    masked,
    normal,
)
from offramp.notices.composing import written


@pytest.mark.parametrize(
    "typed",
    [
        "ada@example.org",
        " Ada@Example.ORG\n",
        "\u200e\u00a0ada@example.org\ufeff",
        "ada@example.org.",
        "ada@example.org;",
        "Ada Seeker <ada@example.org>",
        '"Seeker, Ada" <Ada@example.org>,',
        "<ada@example.org>",
        "mailto:ada@example.org",
        "ada@ｅｘａｍｐｌｅ．org",
    ],
)
def test_what_is_pasted_around_an_address_is_taken_away(typed: str) -> None:
    assert normal(typed) == "ada@example.org"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ada",
        "ada@",
        "@example.org",
        "ada@example",
        "ada@exa mple.org",
        "ada@example..org",
        ".ada@example.org",
        "ada..b@example.org",
        "ada@-example.org",
        "ada@1.2.3.4",
        "ada@localhost",
        "ada@exam\u200bple.org",
        "ada\u202e@example.org",
        "ada\x00@example.org",
        "ada@example.org\nBcc: all",
        "Ada\r\nBcc: all <ada@example.org>",
        "<<ada@example.org>>",
        "<script>@example.org",
    ],
)
def test_what_no_mail_can_go_to_is_refused(typed: str) -> None:
    with pytest.raises(NotAnAddress):
        normal(typed)


@pytest.mark.parametrize("typed", ["ada@example.org\nBcc: bo@example.org", "a@b.org\r\n\r\nHello c@d.org"])
def test_a_second_header_is_refused(typed: str) -> None:
    with pytest.raises(NotAnAddress):
        normal(typed)


@pytest.mark.parametrize(
    "typed", ["ada@example.org, bo@example.org", "ada@example.org bo@example.org", "a@b@example.org"]
)
def test_a_list_of_addresses_is_refused(typed: str) -> None:
    with pytest.raises(MoreThanOne):
        normal(typed)


@pytest.mark.parametrize(
    "typed",
    ['"ada lovelace"@example.org', '"a@b"@example.org', "ada(here)@example.org", "ada@[192.0.2.1]"],
)
def test_quoted_addresses_are_refused(typed: str) -> None:
    with pytest.raises(Quoted):
        normal(typed)


@pytest.mark.parametrize("typed", ["ñandú@example.org", "аda@example.org"])
def test_letters_that_few_servers_take_are_refused_before_the_at(typed: str) -> None:
    with pytest.raises(BeforeTheAt):
        normal(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "=?utf-8?b?!!!?=@example.org",  # a parser of Python's falls over this one
        "=?utf-8?q?ada?=@example.org",  # and makes of this "ada"
        "x=?utf-8?q?=0a?=@example.org",
        "ada%example.net@example.org",
        "example.net!ada@example.org",
    ],
)
def test_what_a_mail_server_would_read_as_another_address_is_refused(typed: str) -> None:
    with pytest.raises(BeforeTheAt):
        normal(typed)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ada@exаmple.org", "ada@xn--exmple-4nf.org"),  # one Cyrillic letter
        ("ada@аррӏе.com", "ada@xn--80ak6aa92e.com"),  # all Cyrillic
        ("ada@gmaıl.com", "ada@xn--gmal-nza.com"),  # a Turkish i without its dot
        ("ada@οτοκ.com", "ada@xn--vxajat.com"),  # all Greek
    ],
)
def test_an_address_that_looks_like_another_is_shown_as_a_server_reads_it(typed: str, shown: str) -> None:
    with pytest.raises(LooksLikeAnother) as caught:
        normal(typed)

    assert caught.value.shown == shown
    assert normal(shown) == shown


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
        ("ada@españa.es", "ada@xn--espaa-rta.es"),
        ("ada@почта.рф", "ada@xn--80a1acny.xn--p1ai"),
        ("ada@例え.jp", "ada@xn--r8jz45g.jp"),
    ],
)
def test_a_domain_in_another_script_is_kept_in_ascii(typed: str, kept: str) -> None:
    assert normal(typed) == kept


def test_254_letters_are_an_address_and_one_more_is_none() -> None:
    domain = ".".join(["d" * 63, "e" * 63, "f" * 57]) + ".org"
    longest = f"{'a' * 64}@{domain}"

    assert len(longest) == 254
    assert normal(longest) == longest
    with pytest.raises(TooLong):
        normal(longest.replace(".org", "g.org"))


@pytest.mark.parametrize("typed", [f"{'a' * 65}@example.org", "a" * 1_000_000, "@" * 1_000_000])
def test_what_is_much_too_long_is_refused_at_once(typed: str) -> None:
    with pytest.raises(NotAnAddress):
        normal(typed)


def test_a_masked_address_shows_its_first_letter() -> None:
    assert masked("ada@example.org") == "a…@example.org"


SIGNS = st.text("!#$%&'*+-/=?^_`{|}~abz09.", min_size=1, max_size=12)


@given(
    st.text()
    | st.from_regex(r"[^@]{1,20}@[^@]{1,20}\.[a-z]{2,3}", fullmatch=True)
    | SIGNS.map(lambda local: f"{local}@example.org")
)
def test_whatever_is_typed_what_comes_out_is_one_plain_address_and_stays_so(typed: str) -> None:
    try:
        address = normal(typed)
    except NotAnAddress:
        return

    assert re.fullmatch(r"[#$&'*+\-./0-9=?^-~a-z]+@[a-z0-9.-]+", address)
    assert normal(address) == address
    assert written(EmailMessage("Hello", "Hello.", "di@x.example", [address])).to == address
