"""Two hundred texts that try to become a program: each would call ``pwned()`` if it could.

Made of known ways in (elements, handlers, addresses, Markdown, broken quoting) and of what is
often put around them to slip past a filter.
"""

from __future__ import annotations

from itertools import product
from typing import Final

CALL: Final = "pwned()"
WAYS_IN: Final = (
    "<script>pwned()</script>",
    "<ScRiPt >pwned()</sCrIpT>",
    "<script src=data:text/javascript,pwned()></script>",
    "<img src=x onerror=pwned()>",
    '<img src="x" onerror="pwned()">',
    "<img src=x:x onerror=pwned()//",
    "<svg onload=pwned()>",
    "<svg><script>pwned()</script></svg>",
    "<svg><animate onbegin=pwned() attributeName=x dur=1s>",
    "<math><mtext><img src=x onerror=pwned()></mtext></math>",
    "<math><mi//xlink:href='javascript:pwned()'>",
    "<body onload=pwned()>",
    "<iframe src=javascript:pwned()></iframe>",
    "<iframe srcdoc='<script>parent.pwned()</script>'></iframe>",
    "<object data=javascript:pwned()></object>",
    "<embed src=javascript:pwned()>",
    "<details open ontoggle=pwned()>x</details>",
    "<video><source onerror=pwned()></video>",
    "<audio src=x onerror=pwned()>",
    "<input autofocus onfocus=pwned()>",
    "<select autofocus onfocus=pwned()>",
    "<textarea autofocus onfocus=pwned()>",
    "<marquee onstart=pwned()>x</marquee>",
    "<a href=javascript:pwned()>x</a>",
    "<a href='jav&#x09;ascript:pwned()'>x</a>",
    "<a href='&#106;avascript:pwned()'>x</a>",
    "<form action=javascript:pwned()><button>x</button></form>",
    "<button formaction=javascript:pwned() form=x>x</button>",
    "<style>@import 'javascript:pwned()';</style>",
    "<link rel=stylesheet href=javascript:pwned()>",
    "<meta http-equiv=refresh content='0;url=javascript:pwned()'>",
    "<base href=javascript:pwned()//>",
    "<template><script>pwned()</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=pwned()>'>",
    "<!--><img src=x onerror=pwned()>-->",
    "<![CDATA[<img src=x onerror=pwned()>]]>",
    "[x](javascript:pwned())",
    "[x](JaVaScRiPt:pwned())",
    "[x](data:text/html,<script>pwned()</script>)",
    '![x](x" onerror="pwned())',
    '[x](http://a" onmouseover="pwned())',
    "[x]: javascript:pwned()\n\n[x]",
    "<javascript:pwned()>",
    "`<img src=x onerror=pwned()>`",
    "```\n</code></pre><img src=x onerror=pwned()>\n```",
    "{{constructor.constructor('pwned()')()}}",
    "${pwned()}",
    "';pwned();//",
    '"><script>pwned()</script>',
    "\u202e<img src=x onerror=pwned()>\u202c",
)
AROUND: Final = ("{}", "Hello {} there", "\"'><b>{}", "**{}**\n\n- {}")


def hostile_texts() -> tuple[str, ...]:
    """All of them."""
    return tuple(around.replace("{}", way) for way, around in product(WAYS_IN, AROUND))
