"""Words that say nothing about the topic of a question, in English and German, without accents.

German words that are English content words (``war``, ``die``, ``hat``) are left out on purpose.
"""

from __future__ import annotations

_ENGLISH = """
a about above after again against all also am an and any are aren as at be because been before being
below between both but by can cannot could couldn d did didn do does doesn doing don down during
each etc every few for from further get gets getting got had hadn has hasn have haven having he
hello help her here hers hey hi him his how i if im in into is isn it its itself ive just kindly
know let like ll m many may me might more most much must my myself need no nor not now of off on
once one only or other our ours out over own please re really s same shall she should shouldn so
some still such t tell than thank thanks that the their theirs them then there these they this those
through to too under until up upon us ve very want was wasn way we were weren what when where
whether which while who whom why will with won would wouldn yes you your yours
"""

_GERMAN = """
aber als auch auf aus bei bitte da damit dann das dass dein dem den denn der des dich dir doch du
durch ein eine einem einen einer eines er es euch euer fur gibt hab habe haben hallo hatte hier ich
ihm ihn ihnen ihr ihre im immer ist ja jetzt kann kannst kein keine konnen konnt mein meine meinem
meinen meiner mich mir mit mochte muss nach nicht noch nun nur ob oder ohne schon sehr sein seine
sich sie sind sondern uber um und uns unser unter viel viele vom von vor wann warum was wenn wer
werde werden wie wieder wir wird wo wurde zu zum zur
"""

STOP_WORDS = frozenset(f"{_ENGLISH} {_GERMAN}".split())
