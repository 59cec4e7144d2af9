"""How danger is told, and what only sounds like it, in Italian."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "(c'è|vedo|ci sono|c'e) ~ (fuoco|incendio|fiamme|fumo|scintille)", "(in|a) fiamme", "(preso|prende|prendendo|preso a) fuoco", "(va|vanno|andato|andata|andando) (a|in) fuoco", "(brucia|bruciando|bruciano)", "incendio (in|nella|nel|a)",
        "(batteria|caricatore|caricabatterie|presa|cavo|telefono|monopattino|apparecchio|spina|motore) (fuma|si scioglie|fonde|scintilla|fumava)", "(esce|escono|uscendo|uscito) ~ (fumo|fiamme|scintille)", "(fumo|fiamme|scintille) ~ (esce|escono|dalla|dal|ovunque|in casa|in cucina)", "sta fumando",
        "(odore|puzza|sento) ~ (bruciato|fumo)", "(è|sono|appena|mi è) (|appena) (esploso|esplosa|esplosi|esplose|scoppiato|scoppiata)", "un'esplosione",
    ),
    poison=(
        "(odore|puzza|fuga|perdita) (di|del) gas", "(ingoiato|ingerito|inghiottito|ingoiata)", "(avvelenat*|intossicat*|intossicazione)", "overdose", "monossido di carbonio", "bevuto ~ (candeggina|detersivo|acido|veleno)", "preso ~ (pillole|pastiglie|pasticche)",
    ),
    body=(
        "(preso|prendo|dato|dà|prende) (la|una) scossa", "(scarica|scossa) elettrica", "folgorat*", "(sanguina|sanguinando|sanguino)", "(perde|perdendo|perso|molto|tanto) ~ sangue", "emorragia", "(svenuto|svenuta)", "(perso|perde) (i sensi|conoscenza|coscienza)", "(incosciente|privo di sensi|priva di sensi)", "(è|si è) (collassat*|accasciat*)",
        "non (riesco|riesce|posso|può|riusciamo) (|più|a|neanche) (|più|a) respirare", "non respira", "(fatica|difficoltà) a respirare", "(soffoca|soffocando|soffoco|strozzando)", "(rotto|rotta|fratturato|spezzato) (il|la|un|una) (braccio|gamba|polso|caviglia|piede|mano|naso|spalla|clavicola|costola|dito|anca)", "(gravemente|seriamente) (ferit*|ustionat*)", "(sono|è|c'è un|ci sono|rimasto|rimasta) ferit*", "(ustionat*|ustioni)", "(mi sono|si è) (bruciat*|ferit*|tagliat*) (la|il|le|una) (mano|mani|dita|dito|faccia|braccio|gamba)", "(infarto|attacco di cuore|arresto cardiaco)", "avuto un ictus", "convulsioni", "(annega|annegando|annegato)", "(madre|padre|figlio|figlia|bambino|bambina|nonna|nonno|marito|moglie) ~ non (risponde|reagisce|si muove|si sveglia)",
    ),
    violence=(
        "(mi|ci|la|lo) (|sta|ha|hanno|stanno) (minaccia|minacciano|minacciando|minacciato|minacciata)", "minacce di morte", "(ha|con) un (coltello|arma|pistola) (in mano|fuori|davanti)", "(mi|ci) (|sta|ha|hanno|stanno) (aggredendo|aggredito|aggredita|attaccato|picchia|picchiando|picchiato|accoltellato|violentata|violentato|segue|strangola)", "(vuole|vogliono) (uccidermi|ammazzarmi|ucciderci)", "(mi|ci) (vuole|vogliono) (uccidere|ammazzare)",
    ),
    despair=(
        "(uccidermi|suicidarmi|ammazzarmi|impiccarmi)", "suicid*", "(voglio|vorrei) (morire|farla finita)", "(farla finita|togliermi la vita|farmi del male)", "non (voglio|riesco) più (|a) vivere", "non (voglio|ho voglia di) vivere", "mettere fine alla mia vita", "(meglio senza di me)", "autolesion*",
    ),
    help=(
        "(chiam*|mandat*|serve|bisogno) ~ (ambulanza|pompieri|vigili del fuoco|polizia|carabinieri|118|112)", "(ambulanza|pompieri) (subito|presto|per favore)", "(sta|sto) morendo", "pericolo di vita", "(sono|siamo|vita) in pericolo", "emergenza medica",
    ),
    harmless=(
        "(rilevator*|sensor*|allarm*) ~ (fumo|gas|monossido)", "grigio fumo", "rosso fuoco", "(brucia*|bruciare|bruciando) ~ (calorie|grassi|cd|dvd)", "(prezzi|prezzo|costi|bolletta|testa) ~ (esplos*|scoppiat*)", "(bancomat|sportello|macchinetta) ~ ingoiat*", "ingoiat* ~ (carta|tessera|soldi)", "carta ~ ingoiata", "(contro|rischio|rischi|evitare) ~ (scossa|scariche|scarica) elettric*", "(sto|sta) morendo (|dalla|di|dal) (curiosità|voglia|fame|ridere|sonno|noia)", "morire (dal|di|dalla) (ridere|curiosità|voglia)", "(mi|che|attesa) uccide", "(lampada|luce|spia|candela) ~ brucia", "in pericolo di estinzione", "(telefono|batteria|cellulare) ~ morendo", "fuoco d'artificio",
    ),
    no=("non", "nessun*", "mai", "senza", "niente", "nulla", "né"),
)  # fmt: skip
