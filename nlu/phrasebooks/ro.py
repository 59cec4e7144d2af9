"""How people ask what answers them, or for a person, in Romanian."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot", "robotul", "bot", "chatbot", "mașină", "ai", "ia", "inteligență artificială",
        "calculator", "computer", "răspuns automat", "program", "chatgpt", "automat",
    ),
    person=(
        "om", "om (real|adevărat|viu)", "persoană reală", "persoană adevărată", "ființă umană",
        "cineva real", "uman(ă)?",
    ),
    staff=(
        "operator(ul)?", "persoană", "agent(ul)?", "cineva", "consultant(ul)?", "angajat(ul)?",
        "relații clienți", "relații cu clienții", "reprezentant(ul)?", "coleg", "manager(ul)?",
        "șef(ul)?", "responsabil",
    ),
    wares=(
        r"vinde\w*", r"cumpăr\w+", r"preț\w*", "costă", r"aspirator\w*", "bucătărie", r"mărime\w*",
        "pluș", r"spăla\w*", r"jucări\w+",
    ),
    identity=(
        "(ești|sunteți|dumneavoastră sunteți) {what}",
        "(vorbesc|discut|scriu|conversez) ~ (cu|unui) {what}",
        "(asta|acesta|aceasta|acest chat) (e|este) {what}", "(e|este) (asta|acesta|aceasta) {what}",
        "(răspunde|răspundeți) {what}", "{what} ~ (răspunde|de partea cealaltă)",
        "cine (ești|sunteți)", "cu cine (vorbesc|discut)", "(e|este) {what} ~ (aici|acolo)",
    ),
    human=(
        "(să (vorbesc|discut|comunic)|vorbi|discuta|comunica) ~ cu {who}",
        "(transfera|transferați|transferă|conecta|conectați|legătura|pune|puneți) ~ (la|cu|către) {who}",
        "(vreau|doresc|aș vrea|am nevoie de|dați-mi|dă-mi|prefer) {who}", "(chemați|cheamă) {who}",
        "să mă (sune|contacteze) {who}", "(sunat|sunată|contactat|contactată) de {who}",
        "nu ~ (robot|bot)",
    ),
    please=("vă rog", "te rog", "un", "o", "vreau"),
)  # fmt: skip
