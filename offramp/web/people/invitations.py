"""Onto the staff: proposed on one page, approved on another by somebody else, withdrawn by anybody."""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.people import enrollment
from offramp.people.models import Invitation, Member, Role
from offramp.people.models.member import STAFF
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.people import people

NOT_ALLOWED = _(
    "That takes another organizer than the one who proposed it, and it is done once. "
    "If the link got lost, withdraw the proposal and make it anew."
)
USED_MEANWHILE = _("Somebody enrolled with this link meanwhile. Look whether it was the right person.")


class InvitationForm(forms.Form):
    role = forms.ChoiceField(
        choices=[(role.value, role.value) for role in STAFF],
        error_messages={"required": _("Choose what they will do here.")},
    )
    name = forms.CharField(
        max_length=40, error_messages={"required": _("Say what the others on the staff call them.")}
    )
    replaces: "forms.ModelChoiceField[Member]" = forms.ModelChoiceField(
        queryset=None,
        required=False,
        error_messages={"invalid_choice": _("That account has ended meanwhile.")},
    )

    def __init__(self, *args: Any, organizer: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Member.objects.for_organizer(organizer).exclude(pk=organizer.pk)
        field = self.fields["replaces"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = others.order_by("-role", "name")


@require_http_methods(["GET", "HEAD", "POST"])
@for_front_desk
def show(request: MemberRequest) -> HttpResponse:
    """The six words are on the answer to the button, and nowhere else."""
    organizer = request.keyholder.member
    form = InvitationForm(request.POST if request.method == "POST" else None, organizer=organizer)
    proposed = _propose(organizer, form) if form.is_valid() else None
    if proposed is not None:
        return render(request, "people/words.html", {"proposed": proposed})
    status = 400 if form.is_bound else 200
    return render(request, "people/invitation.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_front_desk
def approve(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The link is on the answer to the button, and nowhere else."""
    organizer = request.keyholder.member
    invitation = get_object_or_404(Invitation.objects.for_organizer(organizer), pk=uuid)
    if request.method != "POST":
        is_own = invitation.proposed_by == organizer
        return render(request, "people/approval.html", {"invitation": invitation, "is_own": is_own})
    try:
        link = enrollment.approve(invitation=invitation, by=organizer, on=timezone.now().date())
    except enrollment.NotAllowed:
        return people.page(request, trouble=NOT_ALLOWED)
    except enrollment.LinkUsedUp:
        return people.page(request, trouble=USED_MEANWHILE)
    address = settings.ORIGIN + reverse("staff-link", args=[link])
    return render(request, "people/link.html", {"invitation": invitation, "address": address})


@posted_from("people")
@for_front_desk
def withdraw(request: MemberRequest, uuid: UUID) -> HttpResponse:
    organizer = request.keyholder.member
    invitation = get_object_or_404(Invitation.objects.for_organizer(organizer), pk=uuid)
    enrollment.withdraw(invitation=invitation, by=organizer, on=timezone.now().date())
    return redirect("people")


def _propose(organizer: Member, form: InvitationForm) -> enrollment.Proposed | None:
    said = form.cleaned_data
    try:
        return enrollment.propose(
            by=organizer,
            role=Role(said["role"]),
            name=said["name"],
            replaces=said["replaces"],
            on=timezone.now().date(),
        )
    except enrollment.AnotherRole:
        form.add_error(
            "role",
            _("A new account does what the one it replaces did. Their role can be changed afterwards."),
        )
        return None
