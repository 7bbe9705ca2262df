"""What `offramp farewell finish` says."""

SENTENCE = "delete everything now"

NOT_ANNOUNCED = """\
no farewell was announced, so nobody had a chance to take along what is theirs. \
“offramp farewell announce --last-day YYYY-MM-DD” begins one; in an emergency add --now."""

NOT_OVER = """\
the last day is {last_day}, and people rely on it until its end (UTC). In an emergency add --now."""

HELD = """\
something still uses the database, so nothing is deleted under its hands. Take the service away first, \
on every machine (offramp service remove), close other consoles, and run this again."""

NOT_OURS = """\
DATABASE_URL leads to no database of ours, yet there are backups or a file where it would be. \
Look at that setting once more; if the database is truly gone, delete those by hand."""

OTHER_VERSION = """\
the database is of another version than this program, which might overlook something in it. \
Bring both to the same version first: “offramp upgrade”."""

CUT_OFF = """\
{trouble}. What stands on the receipt is deleted, the rest is not. \
Mend that, and run this again: it goes on where it stopped."""

NOTHING_LEFT = "Nothing of this installation is left here. Nothing was to be deleted."

BEFORE = """\
This deletes everything of {host}, for everybody and for good: the database, all backups in
their folder, the settings. Nobody can bring it back.

Stop here, and speak with a lawyer, if a court, an agency or anybody's lawyer has asked for what this site
holds, or you know that they will: to delete it then can be a crime. No program can tell you whether it is.

Have you:
  - told the staff, and waited until they took along what is theirs?
  - written the page that will stand here afterwards (offramp farewell page FILE)?
  - taken the service away (offramp service remove)?
Both need the settings, which are deleted, too.

What is there now:"""

NOW = """
The last day has not passed. Seekers who have not looked in yet lose everything without a word."""

AFTER = """
Finished on {on}.

What this could not delete, because it lies elsewhere:
  - old blocks of this disk: a deleted file is not blank until something else is written there;
  - snapshots and images that your host makes of the machine;
  - copies of backups that you carried elsewhere;
  - on PostgreSQL: its write-ahead log, archives of it and replicas, until they are overwritten or deleted;
  - SECRET_KEY and passwords, if they were given as environment variables (a container) and not in a file;
  - the campaign's folder with your texts, and the program itself: nothing in them is about anybody;
  - the daily mails in the staff's mailboxes and at your mail provider;
  - what people took along in files, wrote on paper, or remember.

What the last hands do now:
  1. If the service was only stopped, delete its units, or they try again every day:
     rm /etc/systemd/system/offramp* && systemctl daemon-reload
  2. Put the goodbye page in front, with the proxy or anywhere else; docs/hosting.md, “Going away”, shows how.
  3. Delete off-site copies of backups and the host's snapshots. Burn the paper with the backup's eight words.
  4. On PostgreSQL drop the database and its role; delete the cluster if nothing else lives in it.
  5. If the disk was encrypted, destroy its key; then give the machine back.
  6. Delete the mail account that sent the daily mail, and the onion's keys (/var/lib/tor/offramp), if any.
  7. Keep the domain for a year or more with the goodbye page on it, so that nobody else greets whoever
     comes late. Then let it go.
  8. Tell the staff that it is done, and to burn their own cards. Keep this receipt; it names nobody."""
