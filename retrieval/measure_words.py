"""How French, Spanish, Italian, Portuguese and Dutch speak of measures; data for ``measures.py``.

Words of one language that mean another measure in a second are left out, or taken with the words
beside them: "largo" is long in Spanish and wide in Italian, "charge" is no load in English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns: how a measure is asked for, and what names it beside a figure."""

    asked: str
    own: str

    def asks(self, text: str) -> bool:
        """Whether ``text`` asks for the measure in one of these languages."""
        return re.search(self.asked, text, re.IGNORECASE) is not None


WORDS: Final = {
    "load": Words(
        asked=(
            r"\bcharge (?:max\w*|utile)\b|\bquelle charge\b|\bpoids (?:max\w*|total|autorisé)\b"
            r"|\bcombien (?:de (?:kilos|kg|poids) )?(?:supporte|porte)\b"
            r"|\blimite de (?:poids|peso)\b"
            r"|\bcombien\b.*\bpeu(?:t|vent)\b.*\b(?:porter|supporter|charger|peser)\b"
            r"|\bcarga (?:máxima|útil)\b|\bpeso máximo\b|\bcapacidade? de carga\b"
            r"|\blímite de peso\b|\bcuánto (?:peso )?(?:soporta|aguanta|admite)\b"
            r"|\bcuánto (?:peso )?puede (?:llevar|cargar|soportar|pesar)\b"
            r"|\bportata massima\b|\bcarico massimo\b|\bpeso massimo\b|\blimite di peso\b"
            r"|\bquanto (?:peso )?(?:regge|sopporta|porta|può (?:portare|reggere|pesare))\b"
            r"|\bquanto (?:peso )?(?:suporta|aguenta|pode (?:levar|suportar|pesar))\b"
            r"|\bmaximale? (?:gewicht|belasting|draagvermogen)\b|\bdraagvermogen\b"
            r"|\bmaximumgewicht\b|\bhoe zwaar (?:mag|mogen|kan)\b|\bhoeveel draagt\b"
            r"|\bhoeveel (?:gewicht|kilo|kg)\b.*\b(?:kan|mag|draagt)\b"
        ),
        own=(
            r"\bsupport(?:e|ent|er)\b|\bporte(?:nt|r)?\b|\bau (?:maximum|plus)\b|\bjusqu['’]à\b"
            r"|\bmaxima(?:l|le|ux|les)\b|\bmaxi\b|\blimite\b|\bautorisée?s?\b|\bcharges? de \d"
            r"|\bsoporta[nr]?\b|\badmiten?\b|\baguanta[nr]?\b|\bmáxim[oa]s?\b|\bhasta\b|\blímite\b"
            r"|\bcarga de \d|\bregg(?:e|ono)\b|\bsopporta(?:no)?\b|\bportano?\b|\bmassim[oa]\b"
            r"|\bfino a\b|\bportata\b|\bcarico di \d|\bsuportam?\b|\baguentam?\b|\blevam?\b|\baté\b"
            r"|\bdraagt\b|\bdragen\b|\bhoudt\b|\bmaximaal\b|\bhoogstens\b|\bten hoogste\b|\btot\b"
            r"|\bdraagvermogen\b|\btoegestaan\b|\bbelasting\b"
        ),
    ),
    "weight": Words(
        asked=(
            r"\bcombien (?:ça )?pès(?:e|ent)\b|\bquel (?:est (?:le|son) )?poids\b"
            r"|\bcuánto pesan?\b|\bquanto pesa(?:no|m)?\b"
            r"|\b(?:cuál|qual) (?:es|è|é) [eoi]l? ?peso\b"
            r"|\bhoeveel weeg(?:t|en)\b|\bhoe zwaar\b|\bwat weegt\b|\bwelk gewicht\b"
        ),
        own=r"\bpès(?:e|ent)\b|\bpoids\b|\bpesa(?:n|m|no)?\b|\bpeso\b|\bweegt\b|\bgewicht\b",
    ),
    "age": Words(
        asked=(
            r"\bquel âge\b|\bâge minim\w+|\bqué edad\b|\bedad mínima\b|\b(?:che|quale) età\b"
            r"|\betà minima\b|\bquanti anni (?:devo|deve|bisogna|si deve)\b|\bidade mínima\b"
            r"|\b(?:que|qual a) idade\b|\bhoe oud\b|\bwelke leeftijd\b|\bminimumleeftijd\b"
        ),
        own=(
            r"\bâgée?s?\b|\bâge\b|\bedad\b|\betà\b|\bidade\b|\bleeftijd\b|\bjaar oud\b"
            r"|\b(?:à partir de|dès|a partir de(?: los)?|dai|a partire dai|a partir dos|vanaf) \d+"
            r" (?:ans|años|anni|anos|jaar)\b"
        ),
    ),
    "speed": Words(
        asked=(
            r"\bquelle (?:est (?:la|sa) )?vitesse\b|\bvitesse max\w*|\b(?:a )?qué velocidad\b"
            r"|\bvelocidade? máxima\b|\bvelocità massima\b|\b(?:che|quale) velocità\b"
            r"|\bque velocidade\b|\bmaximumsnelheid\b|\btopsnelheid\b"
            r"|\bhoe hard (?:gaat|rijdt|kan)\b"
            r"|\bhoe snel rijdt\b"
        ),
        own=r"\bvitesse\b|\bvelocidade?\b|\bvelocità\b|snelheid\b",
    ),
    "range": Words(
        asked=(
            r"\bautonomie\b|\bautonom[ií]a\b|\bactieradius\b|\bhoe ver (?:kan|kom)\b"
            r"|\b(?:combien de|cuántos|quanti|quantos|hoeveel)"
            r" (?:km|kilomètres|kilómetros|chilometri|quil[óô]metros|kilometer)\b"
        ),
        own=r"\bautonom(?:ie|[ií]a)\b|\bactieradius\b|\bbereik\b",
    ),
    "temperature": Words(
        asked=(
            r"\bquelles? températures?\b|\bcombien de degrés\b|\bqué temperatura\b"
            r"|\bcuántos grados\b"
            r"|\b(?:che|quale) temperatura\b|\bquanti gradi\b|\b(?:que|qual a) temperatura\b"
            r"|\bquantos graus\b|\bwelke temperatuur\b|\bhoe (?:warm|koud|heet) (?:mag|kan)\b"
        ),
        own=r"\btempératur|\btemperatu",
    ),
    "pressure": Words(
        asked=(
            r"\bquelle pression\b|\bpression des pneus\b|\bqué presión\b"
            r"|\b(?:che|quale) pressione\b"
            r"|\b(?:que|qual a) pressão\b|\bbandenspanning\b|\bwelke (?:banden)?(?:druk|spanning)\b"
            r"|\bhoeveel bar\b"
        ),
        own=r"\bpression\b|\bpresión\b|\bpressione\b|\bpressão\b|\bdruk\b|spanning\b",
    ),
    "power": Words(
        asked=(
            r"\bquelle puissance\b|\bcombien de watts?\b|\bqué potencia\b|\bcuántos vatios\b"
            r"|\b(?:che|quale) potenza\b|\bquanti watt\b|\bque potência\b|\bquantos watts\b"
            r"|\bhoeveel watt\b|\bwelk vermogen\b"
        ),
        own=r"\bpuissance\b|\bpotencia\b|\bpotenza\b|\bpotência\b|\bvermogen\b",
    ),
    "torque": Words(
        asked=(
            r"\bcouple de serrage\b|\bpar de apriete\b|\bcoppia di serraggio\b"
            r"|\bbinário de aperto\b|\baanhaalmoment\b"
        ),
        own=(
            r"\bcouple (?:de serrage\b|:)|\bpar de apriete\b|\bcoppia\b|\bbinário\b"
            r"|\baanhaalmoment\b"
        ),
    ),
    "length": Words(
        asked=(
            r"\bquelle\b.{0,20}\blongueur\b|\b(?:cuál|qué|cuánto)\b.{0,30}\b(?:longitud|de largo)\b"
            r"|\b(?:qual|quanto)\b.{0,30}\b(?:lunghezza|lung[oa]|comprimento)\b|\bwelke lengte\b"
        ),
        own=(
            r"\blongueur\b|\bde long\b|\blongitud\b|\bde largo\b|\blunghezza\b|\blung[oa]\b"
            r"|\bcomprimento\b|\blengte\b"
        ),
    ),
    "width": Words(
        asked=(
            r"\bquelle\b.{0,20}\blargeur\b|\b(?:cuál|qué|cuánto)\b.{0,30}\b(?:anchura|de ancho)\b"
            r"|\b(?:qual|quanto)\b.{0,30}\b(?:larghezza|largura)\b|\bhoe breed\b|\bwelke breedte\b"
        ),
        own=(
            r"\blargeur\b|\bde large\b|\banchura\b|\bde ancho\b|\blarghezza\b|\blarg[oa] \d"
            r"|\blargura\b|\bbreedte\b|\dc?m breed\b|\d c?m breed\b"
        ),
    ),
    "height": Words(
        asked=(
            r"\bquelle\b.{0,20}\bhauteur\b|\b(?:cuál|qué|cuánto)\b.{0,30}\b(?:altura|de alto)\b"
            r"|\b(?:qual|quanto)\b.{0,30}\b(?:altezza|alt[oa]|altura)\b|\bhoe (?:hoog|lang moet)\b"
            r"|\bwelke hoogte\b"
        ),
        own=r"\bhauteur\b|\bde haut\b|\baltura\b|\bde alto\b|\baltezza\b|\bhoog(?:te)?\b",
    ),
    "depth": Words(
        asked=(
            r"\bquelle\b.{0,20}\bprofondeur\b|\b(?:cuál|qué|cuánto|qual|quanto)\b.{0,30}"
            r"\bprofundidade?\b|\b(?:qual|quanto)\b.{0,30}\bprofond(?:ità|[oa])\b|\bhoe diep\b"
            r"|\bwelke diepte\b"
        ),
        own=r"\bprofondeur\b|\bprofundidade?\b|\bprofondità\b|\bdiep(?:te)?\b",
    ),
    "thickness": Words(
        asked=(
            r"\bquelle\b.{0,20}\bépaisseur\b|\b(?:cuál|qué|cuánto)\b.{0,30}\b(?:grosor|espesor)\b"
            r"|\b(?:qual|quanto)\b.{0,30}\b(?:spessore|espessura)\b|\bwelke dikte\b|\bhoe dik\b"
        ),
        own=r"\bépaisseur\b|\bgrosor\b|\bespesor\b|\bspessore\b|\bespessura\b|\bdikte?\b",
    ),
    "price": Words(
        asked=(
            r"\bcombien (?:ça )?coût\w+|\bquel (?:est )?(?:le )?(?:prix|tarif)\b"
            r"|\bcuánto (?:cuestan?|valen?)\b|\b(?:cuál es el|qué) precio\b"
            r"|\bquanto (?:costa(?:no)?|custam?|viene)\b|\bqual è il (?:prezzo|costo)\b"
            r"|\bqual é o (?:preço|valor|custo)\b|\b(?:wat|hoeveel) kost(?:en)?\b"
            r"|\bwat is de prijs\b"
        ),
        own=(
            r"\bcoût\w*|\bprix\b|\btarifs?\b|\bcuestan?\b|\bprecio\b|\bcosta(?:no)?\b|\bprezzo\b"
            r"|\bcustam?\b|\bpreço\b|\bkost(?:en)?\b|\bprijs\b"
        ),
    ),
}
BORNE: Final = (
    r"\b(?:enfants?|passagers?|niñ[oa]s?|pasajer[oa]s?|bambin[oiae]|passegger[oiae]|crianças?"
    r"|passageir[oa]s?|kinderen|passagiers?)\b"
)
EXAMPLE: Final = (
    r"\b(?:par exemple|exemple ?:|por ejemplo|ejemplo:|(?:per|ad) esempio|esempio:|por exemplo"
    r"|exemplo:|bijvoorbeeld|voorbeeld:)"
)
PARTICULAR: Final = r"\b(?:une?|una|uno|uma?|een) (?:[\w-]+ ){1,3}?(?:de|di|van|con|com|met) \d"
LEFT: Final = r"\b(?:rest(?:e|ent|a|am|ano)|quedan?|blijft)\b"
FREE: Final = (
    r"\b(?:gratuit[oae]?s?|offerts?|inclus[eo]?s?|incluid[oa]s?|incluíd[oa]s?|inbegrepen"
    r"|kosteloos|sans frais|sin coste|sem custos?|senza costi)\b"
)
ASKING: Final = (
    r"\b(?:[cdjlmnst]|qu)['’]"
    r"|\b(?:au|aux|avec|combien|dans|de|des|du|elle|est|il|la|le|les|ma|me|mes|mon|par|peu[tx]"
    r"|pour|puis-je|quand|quel(?:le)?s?|sa|se|son|sur|un|une|vos|votre|à|ça"
    r"|al|como|con|cuál|cuánt[oa]s?|del|el|en|es|esta|este|los|las|mi|para|por|puede|puedo|qué|su"
    r"|che|da|dei|della|dello|di|devo|gli|in|lo|mi[oa]|per|può|posso|qual[ei]?|quant[oaie]|si"
    r"|sono|un[oa]|è"
    r"|ao|com|do|dos|das|em|meu|minha|no|na|o|os|pode|precis[ao]m?|que|quantos|uma?|é"
    r"|aan|dat|een|gaat|het|hoe|hoeveel|ik|is|kan|mag|met|mijn|moet|van|voor|wat|welke?|worden"
    r"|zijn|charges?|carga|carico|capacité|capacidade?|l[íi]mite|max\w*|máxim[oa]|massim[oa])"
    r"(?![\w'’])"
)
"""Words that stand in a question and name nothing."""
