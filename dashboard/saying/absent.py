"""A figure that is hidden or missing: that it is so, and why (PRIVACY §4.5)."""

from dashboard.saying.facts import Facts
from dashboard.saying.naming import the
from dashboard.saying.said import Said, joined
from dashboard.saying.voice import Voice
from metrics.figures import Reason

_HIDDEN = (Reason.BELOW_THRESHOLD, Reason.PROTECTS_OTHERS, Reason.NO_PEOPLE)
_MISSING = (Reason.NOT_DELIVERED, Reason.NOT_MEASURED, Reason.NOT_APPLICABLE, Reason.TOO_FEW_MONTHS)


def hidden(facts: Facts, voice: Voice) -> Said:
    """«Tallet for sykefraværet er skjermet.», and the reason where it is known."""
    headline = voice.sentence("absent.hidden", the=the(facts, voice))
    if facts.hidden not in _HIDDEN:
        return Said(headline)
    privacy = facts.indicator.privacy
    people = voice.say(f"people.{privacy.counts}")
    reason = voice.sentence(f"hidden.{facts.hidden}", threshold=str(privacy.threshold), people=people)
    return Said(headline, joined(reason, _more(facts, voice)))


def _more(facts: Facts, voice: Voice) -> str:
    """What the reader may wonder: that the number can be seen elsewhere, and not here."""
    survey = facts.indicator.origin.delivery == "ten_factor"
    if facts.hidden is Reason.PROTECTS_OTHERS:
        return voice.sentence("hidden.all" if survey else "hidden.same")
    return voice.sentence("hidden.survey") if survey and facts.hidden is Reason.BELOW_THRESHOLD else ""


def missing(facts: Facts, voice: Voice) -> Said:
    """«Ingen tall for sykefraværet siden mars 2026.», and the reason where it is known."""
    about = the(facts, voice)
    if facts.missing_since is None:
        headline = voice.sentence("absent.missing", the=about)
    else:
        since = voice.period(facts.missing_since.last_month)
        headline = voice.sentence("absent.missing_since", the=about, since=since)
    return Said(headline, voice.sentence(f"missing.{facts.missing}") if facts.missing in _MISSING else "")
