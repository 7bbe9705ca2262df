"""What everybody writes in the benchmarks: as much as people do."""

LONG_THREAD, SHORT_THREAD = 50, 10  # messages
TEXT = (
    "I have been thinking about what you wrote, and about the list. Two of the three I could do tomorrow. "
    "The third one is harder, because nobody there knows that I am looking, and I want it to stay so.\n\n"
    "What I did is this: I wrote down every course I ever took, with the year, and put a cross beside those "
    "that somebody outside would recognize. There are more crosses than I thought. I am not sure about the "
    "order yet. Would you begin with the newest, or with what fits the job? I can write again on Sunday."
)
