"""How people ask what answers them, or for a person, in Dutch."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot", "bot", "chatbot", "machine", "ai", "kunstmatige intelligentie", "computer",
        "automaat", "automatisch antwoord", "chatgpt", "programma",
    ),
    person=(
        "mens", "echt mens", "echte? persoon", "iemand van vlees en bloed", "levend mens",
        "echte? medewerker", "echt iemand", r"menselijk\w*",
    ),
    staff=(
        "medewerker", "medewerkster", "persoon", "iemand", "agent", "collega", "klantenservice",
        "klantendienst", "adviseur", "manager", "chef", "leidinggevende", "telefonist",
    ),
    wares=(
        r"verkop\w+", r"verkoop\w*", r"koop\w*", "kopen", "prijs", "kost", r"stofzuiger\w*",
        r"keuken\w*", "grootte", "vaatwasser", "speelgoed",
    ),
    identity=(
        "(ben je|ben jij|ben u|bent u|zijn jullie|je bent|u bent) {what}",
        "(praat|spreek|chat|schrijf|typ) (ik|jij) ~ (met|tegen|naar) {what}",
        "(heb|heeft) ik ~ te maken met {what}", "is (dit|dat|het|hier) {what}",
        "(dit|hier) is {what}", "zit er ~ {what}", "antwoordt ~ {what}",
        "{what} ~ (antwoordt|achter)", "wie ben (je|jij)", "wie bent u",
        "met wie (praat|spreek) ik",
    ),
    human=(
        "met {who} ~ (spreken|praten|chatten|bellen)", "(spreken|praten|chatten) ~ met {who}",
        r"(verbind\w*|doorverbinden|doorverbonden|zet) ~ (met|aan) {who}", "{who} ~ spreken",
        "(geef|geeft) ~ {who}", "(wil|wil graag|liever|nodig|heb) {who}",
        "(laat|kan) {who} ~ (terugbellen|bellen|contact)", "(roep|haal) {who}",
        "geen (robot|bot|computer|machine)",
    ),
    please=("alstublieft", "alsjeblieft", "aub", "graag", "een", "nu"),
)  # fmt: skip
