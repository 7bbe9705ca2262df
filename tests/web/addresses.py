"""Every address, and who may open it."""

from dataclasses import dataclass

SEEKERS = {"Ada", "Gus"}
ADVISERS = {"Bo", "Cy"}
DESK = {"Di"}
ORGANIZERS = DESK | {"Fay"}  # Fay waits for the front desk's key
STAFF = ADVISERS | ORGANIZERS
MEMBERS = SEEKERS | STAFF
EVERYBODY = MEMBERS | {"nobody"}
NOBODY_AT_ALL: set[str] = set()


@dataclass(frozen=True)
class Row:
    """One address, of one thing where it names one, and those who may open it."""

    name: str
    may: set[str]
    of: str = ""


ROWS = (
    *(Row(name, EVERYBODY) for name in ("landing", "confidence", "now", "about", "privacy", "accessibility")),
    *(Row(name, EVERYBODY) for name in ("robots", "security", "leave", "help", "return", "lost", "staff")),
    *(Row(name, EVERYBODY) for name in ("code", "code-card", "staff-number", "sign-out")),
    Row("staff-link", EVERYBODY, of="link"),
    *(Row(name, SEEKERS) for name in ("place", "place-messages", "place-change", "place-stay", "place-copy")),
    *(Row(name, SEEKERS) for name in ("place-new-code", "place-burning", "place-readers", "place-earlier")),
    *(Row(f"place-handover{end}", SEEKERS) for end in ("", "-approval", "-refusal")),
    *(Row(f"desk{end}", SEEKERS) for end in ("", "-new")),
    *(
        Row(f"desk-{end}", {"Ada"}, of="note of Ada")
        for end in ("document", "versions", "sharing", "sharing-end", "removal")
    ),
    Row("place-copy-past", {"Ada"}, of="first version of Ada"),
    *(Row(f"desk-{end}", {"Ada"}, of="version of Ada") for end in ("version", "next-version", "restoration")),
    *(Row(f"account{end}", STAFF) for end in ("", "-new-code", "-passkeys", "-passkeys-removal", "-address")),
    Row("account-copy", STAFF),
    Row("account-profile", ADVISERS),
    *(Row(name, ORGANIZERS) for name in ("people", "people-journal")),
    Row("people-invitations", DESK),
    *(Row(f"people-invitation-{end}", DESK, of="invitation") for end in ("approval", "withdrawal")),
    *(Row(f"people-role-change-{end}", DESK, of="role change") for end in ("approval", "withdrawal")),
    *(Row(f"people-{end}", DESK, of="Bo") for end in ("access", "removal", "role", "unlocking")),
    *(Row(f"people-{end}", NOBODY_AT_ALL, of="Ada") for end in ("access", "removal", "role", "unlocking")),
    Row("people-resealing", DESK),
    *(
        Row(f"front-desk{end}", DESK)
        for end in ("", "-sweeps", "-swept", "-pause", "-resumption", "-questions")
    ),
    Row("front-desk-notes", DESK),
    *(
        Row(f"front-desk-{end}", may, of=whose)
        for end in ("request", "reading", "messages", "closing", "advisers", "offers", "sweep-undo")
        for may, whose in ((DESK, "request of Gus"), (NOBODY_AT_ALL, "request of Ada"))
    ),
    Row("front-desk-withdrawal", DESK, of="offer to Bo"),
    *(Row(f"front-desk-{end}", DESK, of="question of Bo") for end in ("question", "answer")),
    *(Row(name, ADVISERS) for name in ("caseload", "caseload-questions")),
    *(Row(f"caseload-{end}", {"Bo"}, of="offer to Bo") for end in ("offer", "acceptance", "declining")),
    Row("caseload-question", {"Bo"}, of="question of Bo"),
    *(
        Row(f"caseload-{end}", {"Bo"}, of="pairing of Bo")
        for end in ("conversation", "messages", "draft", "handover", "leaving")
    ),
    *(Row(f"desk-{end}", {"Ada"}, of="note of Ada") for end in ("review", "all-accepted", "all-declined")),
    *(Row(f"desk-{end}", {"Ada"}, of="suggestion of Bo") for end in ("acceptance", "own-words", "declining")),
    *(Row(f"desk-comment-{end}", {"Ada"}, of="comment") for end in ("answers", "resolution", "reopening")),
    Row("desk-comments", {"Ada"}, of="note of Ada"),
    Row("desk-place-comments", {"Ada"}, of="title of the note"),
    Row("caseload-desk", {"Bo"}, of="pairing of Bo"),
    *(Row(f"caseload-{end}", {"Bo"}, of="shared") for end in ("document", "reviewed", "comments")),
    *(
        Row(f"caseload-{end}", {"Bo"}, of="place shared")
        for end in ("suggestion", "insertion", "removal", "place-comments")
    ),
    Row("caseload-withdrawal", {"Bo"}, of="suggestion shared"),
    *(
        Row(f"caseload-comment-{end}", {"Bo"}, of="comment shared")
        for end in ("answers", "resolution", "reopening")
    ),
    Row("desk-files", SEEKERS),
    *(Row(f"desk-file{end}", {"Ada"}, of="file of Ada") for end in ("", "-copy")),
    *(Row(f"caseload-file{end}", {"Bo"}, of="file shared") for end in ("", "-copy")),
    *(Row(f"place-attachment{end}", {"Ada"}, of="attachment") for end in ("", "-copy")),
    *(Row(f"caseload-attachment{end}", {"Bo"}, of="attachment to Bo") for end in ("", "-copy")),
    Row("desk-file-picture", {"Ada"}, of="page of file of Ada"),
    Row("caseload-file-picture", {"Bo"}, of="page of file shared"),
    Row("place-attachment-picture", {"Ada"}, of="page of attachment"),
    Row("caseload-attachment-picture", {"Bo"}, of="page of attachment to Bo"),
    Row("desk-bring", SEEKERS),
    *(Row(f"desk-{end}", {"Ada"}, of="resume of Ada") for end in ("bringing", "unread", "wording")),
    *(Row(f"desk-care{end}", {"Ada"}, of="resume of Ada") for end in ("", "-again")),
    *(Row(f"desk-export{end}", {"Ada"}, of="resume of Ada") for end in ("", "-again", "-file")),
    *(Row(f"desk-contact{end}", {"Ada"}, of="resume of Ada") for end in ("", "-removal")),
    *(Row(f"desk-posting{end}", {"Ada"}, of="resume of Ada") for end in ("", "-removal")),
    Row("desk-bringing-part", {"Ada"}, of="section of the resume"),
    Row("desk-place-wording", {"Ada"}, of="entry of the resume"),
    Row("desk-line", {"Ada"}, of="line of the resume"),
    *(Row(f"desk-{kind}-new", SEEKERS) for kind in ("resume", "letter")),
    Row("desk-preview", {"Ada"}, of="resume of Ada"),
    Row("desk-preview-page", {"Ada"}, of="page of the resume"),
    *(Row(f"desk-resume-{end}", {"Ada"}, of="resume of Ada") for end in ("order", "copies", "offers")),
    *(Row(f"desk-resume-offer-{end}", {"Ada"}, of="resume of Ada") for end in ("acceptance", "declining")),
    *(
        Row(f"desk-resume-{end}", {"Ada"}, of="version of the resume")
        for end in ("choices", "top", "top-draft", "look")
    ),
    *(
        Row(f"desk-resume-{end}", {"Ada"}, of="line of the resume")
        for end in ("bullet", "up", "down", "hiding", "showing", "removal")
    ),
    *(Row(f"desk-resume-entry{end}", {"Ada"}, of="form of the entry") for end in ("", "-draft", "-tags")),
    *(Row(f"desk-resume-{end}", {"Ada"}, of="section of the resume") for end in ("section", "entry-new")),
    Row("desk-resume-entry-beside", {"Ada"}, of="beside the entry"),
    Row("desk-resume-bullets", {"Ada"}, of="bullets of the entry"),
    *(Row(f"desk-letter-{end}", {"Ada"}, of="version of a cover letter") for end in ("text", "draft")),
    Row("desk-letter-then", {"Ada"}, of="goal of a cover letter"),
    Row("desk-resume-entry-then", {"Ada"}, of="goal of the entry"),
    Row("caseload-preview", {"Bo"}, of="resume shared"),
    Row("caseload-preview-page", {"Bo"}, of="page of resume shared"),
    Row("look", EVERYBODY, of="the colors"),
    *(Row(name, EVERYBODY) for name in ("letters", "letters-search", "letters-feed", "sitemap")),
    Row("help-letter", EVERYBODY),
    Row("letters-year", EVERYBODY, of="year of the letter"),
    *(Row(f"letter{end}", EVERYBODY, of="address of the letter") for end in ("", "-picture", "-card")),
    *(Row(f"writing{end}", DESK) for end in ("", "-new")),
    *(
        Row(f"writing-{end}", DESK, of="letter")
        for end in ("letter", "publication", "withdrawal", "withdrawal-undo")
    ),
    *(Row(f"writing-picture{end}", DESK, of="letter") for end in ("", "-now", "-removal")),
    *(Row(f"writing-{end}", DESK, of="text of the letter") for end in ("text", "preview", "revisions")),
    *(Row(f"writing-{end}", DESK, of="revision of the letter") for end in ("revision", "restoration")),
    *(Row(name, EVERYBODY, of="address of the letter") for name in ("signatures", "signature-new")),
    *(Row(name, EVERYBODY, of="address of the letter") for name in ("reply-new", "replies-page")),
    *(Row(name, EVERYBODY, of="reply") for name in ("reply", "reply-answer", "reply-report")),
    Row("replies-feed", EVERYBODY),
    Row("replies-feed-of-letter", EVERYBODY, of="address of the letter"),
    Row("reply-mine", EVERYBODY, of="key of the reply"),
    *(Row(f"moderation{end}", DESK) for end in ("", "-decisions", "-undo")),
    *(Row(f"moderation-{end}", DESK, of="reply") for end in ("reply", "answers")),
    Row("moderation-rules", DESK, of="letter"),
    Row("signature-asked", EVERYBODY, of="address of the letter"),
    *(Row(f"signature-{end}", EVERYBODY, of="key of a signature") for end in ("mine", "withdrawal")),
    *(Row(f"writing-mailing{end}", DESK, of="letter") for end in ("", "-proof")),
    *(Row(f"mailing-{end}", DESK, of="mailing") for end in ("stop", "resumption")),
    *(Row(f"writing-signing{end}", DESK, of="letter") for end in ("", "-end")),
    *(Row(f"writing-signature{end}", DESK, of="letter") for end in ("s", "-names", "-file", "-erasure")),
    Row("writing-signature-standing", DESK, of="letter"),
    Row("writing-signature-removal", DESK, of="signature"),
    *(Row(f"subscription{end}", EVERYBODY) for end in ("", "-asked")),
    *(
        Row(f"subscription-{end}", EVERYBODY, of="key of a subscriber")
        for end in ("mine", "confirmation", "wishes", "end", "copy", "letters")
    ),
    Row("subscription-letter", EVERYBODY, of="letter of a subscriber"),
    *(Row(f"subscribers{end}", DESK) for end in ("", "-finding", "-erasure", "-import", "-export")),
)
