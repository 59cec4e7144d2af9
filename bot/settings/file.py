"""Every key that ``frontdesk.yaml`` may hold.

The keys about time come from ``clocks.py``; larger parts are described in modules of their own.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from bot.mail_address import mail_address
from bot.settings.articles import ArticleSettings
from bot.settings.attachments import AttachmentSettings
from bot.settings.clocks import ClockSettings
from bot.settings.forms import FieldSettings, FormSettings, LookupSettings, Name
from bot.settings.handing_over import HandOffSettings, QueueSettings, TrustSettings
from bot.settings.hours import HoursSettings
from bot.settings.insights import InsightSettings
from bot.settings.recommending import RecommendationSettings
from bot.settings.reranking import RerankingSettings
from bot.settings.retention import RetentionSettings
from bot.settings.retraining import RetrainingSettings
from bot.settings.rewriting import RewritingSettings
from bot.settings.strict import Strict
from bot.settings.widget import WidgetSettings

Course = Literal["answer", "hand_off"]
"""What becomes of messages in a language."""


class MailSettings(Strict):
    """E-mail to customers: the minutes that an agent's reply may stand unread before it is sent."""

    answer_after_minutes: Annotated[float, Field(ge=1, le=1440)] = 5


class NotifySettings(Strict):
    """E-mail to the team: to whom, and how many minutes apart at least by kind of notice."""

    emails: tuple[Annotated[str, AfterValidator(mail_address)], ...] = ()
    every_minutes: Annotated[float, Field(ge=1, le=1440)] = 15


class LimitSettings(Strict):
    """What one address, and one conversation, may ask of the web channel at most."""

    sessions_per_hour: Annotated[int, Field(ge=1)] = 600
    messages_per_minute: Annotated[int, Field(ge=1)] = 300


class FileSettings(ClockSettings):
    """The contents of ``frontdesk.yaml``; every key may be left out.

    ``languages`` decides, by ISO 639-1 code, whether messages are answered or handed over, whatever
    was measured. ``sentiment_model`` is the directory of a trained sentiment model, seen from the
    home; without it built-in examples tell how messages sound. ``keep_originals`` keeps imported
    conversations as they came, encrypted, beside what is left of them without personal data.
    """

    company: str = "Our company"
    support_email: str = ""
    support_hours: str = ""
    locale: str = "en"
    accent: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#1f5fbf"
    embed_hosts: tuple[Annotated[str, Field(pattern=r"^[^\s;,]+$")], ...] = ()
    quiet_seconds: Annotated[float, Field(ge=0, le=10)] = 0.8
    target_precision: Annotated[float, Field(gt=0.5, lt=1)] = 0.95
    greeting: dict[str, str] = {}
    suggestions: dict[str, tuple[str, ...]] = {}
    languages: dict[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], Course] = {}
    sentiment_model: Annotated[str, Field(min_length=1, pattern=r"^[^\x00]+$")] | None = None
    handoff: HandOffSettings = HandOffSettings()
    queues: dict[str, QueueSettings] = {}
    trust: TrustSettings = TrustSettings()
    fields: dict[Name, FieldSettings] = {}
    lookups: dict[Name, LookupSettings] = {}
    forms: dict[str, FormSettings] = {}
    hours: HoursSettings = HoursSettings()
    articles: ArticleSettings = ArticleSettings()
    attachments: AttachmentSettings = AttachmentSettings()
    widget: WidgetSettings = WidgetSettings()
    mail: MailSettings = MailSettings()
    notify: NotifySettings = NotifySettings()
    limits: LimitSettings = LimitSettings()
    retraining: RetrainingSettings = RetrainingSettings()
    reranking: RerankingSettings = RerankingSettings()
    rewriting: RewritingSettings = RewritingSettings()
    recommendations: RecommendationSettings = RecommendationSettings()
    retention: RetentionSettings = RetentionSettings()
    insights: InsightSettings = InsightSettings()
    keep_originals: bool = False
    telegram_updates: Literal["polling", "webhook"] | None = None
    telegram_desk_chat: Annotated[int | None, Field(lt=0)] = None

    def facts(self) -> dict[str, str]:
        """What every answer template may say without asking; what is not set is missing."""
        known = {
            "company_name": self.company,
            "support_email": self.support_email,
            "support_hours": self.support_hours,
        }
        return {name: value for name, value in known.items() if value}
