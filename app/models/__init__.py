"""Local models that whoever runs Diptych may point to. None is needed, and none decides.

Each is loaded only when a setting asks for it; its packages come with an extra (`nli`, `ner`). A
model reads a text and answers; what the answer counts for is the services' business.
"""
