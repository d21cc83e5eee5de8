"""What people write in the library."""

from fiksummin.library.forms.finding import FindingForm
from fiksummin.library.forms.items import ChangeForm, ItemForm, KeeperForm, words_of
from fiksummin.library.forms.lab import LabLessonForm, LabModelForm
from fiksummin.library.forms.upkeep import RetirementForm
from fiksummin.library.forms.use import AdoptionForm, RulingForm

__all__ = [
    "AdoptionForm",
    "ChangeForm",
    "FindingForm",
    "ItemForm",
    "KeeperForm",
    "LabLessonForm",
    "LabModelForm",
    "RetirementForm",
    "RulingForm",
    "words_of",
]
