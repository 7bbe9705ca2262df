"""What `offramp init` says to an answer at once: the address, the database, the mail server, the campaign."""

import shutil
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import AuthResult, LoginPassword

from offramp.upkeep import origins
from offramp.upkeep.init import databases, mail, premises, questions
from offramp.upkeep.refusal import Refused
from tests.browser import certificates
from tests.browser.servers import free_port
from tests.environment import ROOT

USER, PASSWORD = b"ada@example.org", b"p@ss/word"
RIGHT, WRONG = "ada%40example.org:p%40ss%2Fword", "ada%40example.org:mistyped"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://help.example.org", "https://help.example.org"),
        (" HTTPS://Help.Example.org/ ", "https://help.example.org"),
        ("https://help.example.org:443", "https://help.example.org"),
        ("https://help.example.org:8443", "https://help.example.org:8443"),
        ("https://hilfe-für.example", "https://xn--hilfe-fr-d6a.example"),
        ("http://localhost:8000", "http://localhost:8000"),
        (f"http://{'a' * 56}.onion", f"http://{'a' * 56}.onion"),
    ],
)
def test_an_address_is_kept_as_browsers_write_it(typed: str, meant: str) -> None:
    assert origins.read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("help.example.org", "Did you mean https://help.example.org?"),
        ("help.example.org/", "Did you mean https://help.example.org?"),
        ("ftp://help.example.org", "Did you mean https://help.example.org?"),
        ("https://help.example.org/start", "Did you mean https://help.example.org?"),
        ("https://help.example.org/?a=b", "Did you mean https://help.example.org?"),
        ("https://ada@help.example.org", "Did you mean https://help.example.org?"),
        ("http://help.example.org:8080", "Did you mean https://help.example.org:8080?"),
        ("https://", "it should look like https://help.example.org."),
        ("https://help..example.org", "it should look like https://help.example.org."),
        ("https://help example.org", "it should look like https://help.example.org."),
        ("https://help.example.org:port", "it should look like https://help.example.org."),
        ("https://[help", "it should look like https://help.example.org."),
    ],
)
def test_a_wrong_address_is_answered_with_the_right_one(typed: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        origins.read(typed)

    assert str(refused.value).endswith(sentence)


def test_an_onion_is_taken_with_and_without_its_beginning() -> None:
    onion = f"http://{'a' * 56}.onion"

    assert [origins.read_onion(typed) for typed in (onion, onion[7:] + "/", "")] == [onion, onion, ""]
    for typed in ("https://" + onion[7:], "abc.onion", onion + "/page"):
        with pytest.raises(Refused, match="is no onion address"):
            origins.read_onion(typed)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("nonsense", "this is no address of a database; it looks like postgres://"),
        ("mysql://ada:hunter2@localhost/offramp", "only PostgreSQL, or a file on this machine"),
        ("sqlite:///offramp.sqlite3", "the file's whole path is needed"),
        ("sqlite:////no/such/folder/offramp.sqlite3", "there is no folder /no/such/folder."),
        ("postgres://ada:hunter2@localhost:port/offramp", "this is no address of a database"),
        (
            "postgres://ada:hunter2@localhost:{closed}/offramp",
            "this database does not let us in: connection to",
        ),
    ],
)
def test_a_database_that_cannot_be_meant_is_refused_and_its_password_not_repeated(
    typed: str, sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        databases.read(typed.replace("{closed}", str(free_port())))

    assert str(refused.value).startswith(sentence)
    assert "hunter2" not in str(refused.value)


def test_a_file_in_a_folder_that_is_there_is_taken(tmp_path: Path) -> None:
    typed = f"sqlite:///{tmp_path}/offramp.sqlite3"

    assert databases.read(f" {typed} ") == typed
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_a_server_is_asked_whether_it_would_take_us_in(settings: Any) -> None:
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("postgresql"):
        pytest.skip("for the run on PostgreSQL")
    url = f"postgres://{database['USER']}@{database['HOST'].replace('/', '%2F')}/"

    assert databases.read(url + database["NAME"]) == url + database["NAME"]  # this one holds our tables
    assert databases.read(url + "template1") == url + "template1"  # and this one nothing
    with pytest.raises(Refused, match='database "nothing" does not exist'):
        databases.read(url + "nothing")
    with psycopg.connect(url + "postgres") as connection:
        connection.execute("CREATE TABLE of_another_program (id integer)")
    with pytest.raises(Refused, match="holds the tables of another program"):
        databases.read(url + "postgres")
    with psycopg.connect(url + "postgres") as connection:
        connection.execute("DROP TABLE of_another_program")
        connection.execute("CREATE ROLE somebody LOGIN")
    with pytest.raises(Refused, match="may not make tables there"):
        databases.read((url + "postgres").replace("//postgres@", "//somebody@"))


@pytest.fixture(scope="module")
def post_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Controller]:
    """Lets Ada in, by STARTTLS and with her password alone."""
    certificate = certificates.issue(tmp_path_factory.mktemp("post office"))
    lock = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    lock.load_cert_chain(certificate.path, certificate.key_path)

    def knows(_server: Any, _session: Any, _envelope: Any, _mechanism: str, told: Any) -> AuthResult:
        is_ada = isinstance(told, LoginPassword) and (told.login, told.password) == (USER, PASSWORD)
        return AuthResult(success=is_ada, handled=False)

    office = Controller(
        Sink(),
        hostname="localhost",
        port=free_port(),
        tls_context=lock,
        authenticator=knows,
        ready_timeout=20,
    )
    office.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(certificate.path))
        yield office
    office.stop()


def test_a_mail_server_that_lets_us_in_is_taken(post_office: Controller) -> None:
    typed = f"smtp+tls://{RIGHT}@localhost:{post_office.port}"

    assert mail.read(typed) == typed


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            f"smtp+tls://{WRONG}@localhost:{{port}}",
            "the mail server localhost refuses this user name or password.",
        ),
        (
            f"smtp+tls://{RIGHT}@127.0.0.1:{{port}}",
            "the mail server 127.0.0.1 shows no certificate that fits its name",
        ),
        (f"smtps://{RIGHT}@localhost:{{port}}", "the mail server localhost shows no certificate"),
        (f"smtp://{RIGHT}@localhost:{{port}}", "does not offer to encrypt or to let anybody sign in."),
        ("smtp+tls://localhost:{closed}", "does not answer on port"),
        (f"smtp://{RIGHT}@mail.example.org", "the password would travel in the open"),
        ("mail.example.org", "this is no mail server; it looks like smtp+tls://"),
        ("smtp+tls://mail.example.org:port", "this is no mail server; it looks like smtp+tls://"),
        ("imap://mail.example.org", "this is no mail server; it looks like smtp+tls://"),
    ],
)
def test_a_mail_server_is_tried_at_once(typed: str, sentence: str, post_office: Controller) -> None:
    filled = typed.replace("{port}", str(post_office.port)).replace("{closed}", str(free_port()))

    with pytest.raises(Refused) as refused:
        mail.read(filled)

    assert sentence in str(refused.value)
    assert "p%40ss" not in str(refused.value)


def test_a_server_by_its_name_alone_becomes_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    def typing(*lines: str) -> str:
        left = iter(lines)
        monkeypatch.setattr("builtins.input", lambda _prompt: next(left))
        return mail.typed_setting()

    assert (
        typing("mail.example.org", "ada@example.org", "p@ss/word") == f"smtp+tls://{RIGHT}@mail.example.org"
    )
    assert typing("mail.example.org:465", "ada", "é ") == "smtps://ada:%C3%A9@mail.example.org:465"
    assert typing("localhost", "") == "smtp://localhost"
    assert typing("") == ""
    assert urlsplit(f"smtps://{RIGHT}@mail.example.org").hostname == "mail.example.org"


def test_a_mistake_in_a_campaign_is_said_by_file_and_line(tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "campaigns" / "immigration-enforcement", tmp_path / "ours")
    crisis = folder / "crisis.toml"
    crisis.write_text(crisis.read_text().replace("checked = ", "cheked = ", 1))

    with pytest.raises(Refused, match=r"^ours/crisis.toml, line \d+: expected .*“cheked”"):
        questions.campaign_folder(str(folder))
    with pytest.raises(Refused, match="expected a campaign's folder, found none"):
        questions.campaign_folder(str(tmp_path / "nothing"))


@pytest.mark.parametrize(
    "typed", ["hello", "hello@", "a@b@example.org", 'a"b@example.org', "a, b@example.org"]
)
def test_a_contact_is_a_mail_address(typed: str) -> None:
    with pytest.raises(Refused, match="is no e-mail address"):
        questions.mail_address(typed)


def test_a_contact_that_reaches_nobody_is_refused() -> None:
    with pytest.raises(Refused, match="reaches nobody"):
        questions.mail_address("hello@another-road.example")


def test_a_file_where_a_folder_is_needed_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(Refused, match="is a file, and a folder is needed there"):
        premises.refuse_unfit(premises.choose(tmp_path / "file", {}))
