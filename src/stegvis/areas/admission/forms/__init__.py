"""The questions of admission."""

from .introductions import IntroductionForm as IntroductionForm
from .introductions import IntroductionForms as IntroductionForms
from .joining import ChangeForm as ChangeForm
from .joining import ReachForm as ReachForm
from .talk import ChoiceForm as ChoiceForm
from .talk import TalkForm as TalkForm
from .talk import TalkForms as TalkForms
from .waiting import AnswerForm as AnswerForm
from .waiting import NewPersonForm as NewPersonForm
from .waiting import TimeForm as TimeForm
from .waiting import TimesForm as TimesForm
from .waiting import in_words as in_words
