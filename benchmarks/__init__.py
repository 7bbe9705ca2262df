"""The measures: what a person waits for, what the machine spends on it.

`make bench` prints the journeys, the pages and the memory as one page, then what a paper costs beside
RenderCV (`python -m benchmarks.papers`). The others are asked for by name:

- `python -m benchmarks.desk`: a desk of 40 documents; 50 versions and 100 suggestions of one
- `python -m benchmarks.files`: cleaning and the safe view of ten pages, of twelve megapixels
- `python -m benchmarks.uploads`: eight files at once; 10 MB sealed and opened
- `python -m benchmarks.backups`: backing up and restoring ten thousand cases
- `python -m benchmarks.proxies`: the journeys behind Caddy, with one host and with two
- `python -m benchmarks.letters`: an open letter, the index, the search, the feed and the card
- `python -m benchmarks.reading [aside|all] [--make]`: how much of an old résumé is read into the right place;
  `--make` writes the files first, and needs LibreOffice, Chromium and the extra `bench`
- `python -m benchmarks.care`: precision and recall of what must not leave
"""
