"""The models that the settings ask for."""

from dataclasses import dataclass

from app.models.classifier import Classifier, load_classifier
from app.models.names import NameFinder, load_name_finder
from app.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """What was asked for and loaded; each is None where no setting asks for it."""

    classifier: Classifier | None = None
    names: NameFinder | None = None


NONE = Models()


def load(settings: Settings) -> Models:
    """Load what the settings ask for, nothing else. Raises Misconfigured if it cannot be."""
    return Models(classifier=classifier_of(settings),
                  names=load_name_finder(settings.ner_model) if settings.ner else None)


def classifier_of(settings: Settings) -> Classifier | None:
    """The classifier alone: two loose texts need no more."""
    if settings.nli_model is None:
        return None
    return load_classifier(settings.nli_model, settings.nli_labels)
