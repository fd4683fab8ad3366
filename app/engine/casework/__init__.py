"""What the claims of one case say to the same question, and how their answers stand.

Loose sentences are compared by their words alone (`app.engine.comparing.compare_texts`). Inside
a case more is known: who published when, what an article is about, who is meant. So a case is
read question by question: each module here asks one kind of question, collects the answers and
compares them. Claims that answer no common question are never set against each other.
"""
