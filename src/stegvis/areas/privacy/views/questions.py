"""The advisers' pages of what participants ask about looks."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import UNPROCESSABLE, SeeOther

from .. import actions, policy, queries
from ..forms.looks import AnswerForm
from ..rules.doors import QuestionRefusal
from ..texts import QUESTION_REFUSALS


@needs(policy.ANSWER_QUESTIONS)
@require_safe
def questions(request: StegvisRequest) -> HttpResponse:
    """Those that wait, and the last ones with an answer."""
    waiting, answered = queries.questions(request.actor, timezone.now())
    return render(request, "privacy/questions.html", {"waiting": waiting, "answered": answered})


@needs(policy.ANSWER_QUESTIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: StegvisRequest, question_id: UUID) -> HttpResponse:
    """One question, and the answer to write."""
    if request.method != "POST":
        return _page(request, question_id, AnswerForm())
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.answer_question(
                request.actor, question_id, answer=form.cleaned_data["answer"], now=timezone.now()
            )
        except Refused as refusal:
            form.add_error(None, str(QUESTION_REFUSALS[QuestionRefusal(refusal.reason)]))
        else:
            messages.success(request, _("The answer stands on the participant's page now."))
            return SeeOther(reverse("privacy:questions"))
    return _page(request, question_id, form, status=UNPROCESSABLE)


def _page(request: StegvisRequest, question_id: UUID, form: AnswerForm, *, status: int = 200) -> HttpResponse:
    shown = queries.question(request.actor, question_id, timezone.now())
    return render(request, "privacy/question.html", {"shown": shown, "form": form}, status=status)
