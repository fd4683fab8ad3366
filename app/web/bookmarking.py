"""A bookmark that sends the page somebody reads to the import form of this server."""

from fastapi import Request

_CODE = (
    "javascript:(()=>{const t=String(getSelection()),u=new URL('HERE'),p=u.searchParams;"
    "p.set('way','paste');p.set('address',location.href.slice(0,2000));"
    "p.set('title',document.title.slice(0,500));"
    r"p.set('source',location.hostname.replace(/^www\./,''));"
    "let n=t.length;do{p.set('text',t.slice(0,n));n=Math.floor(n*.9)}while(u.href.length>30000);"
    "if(p.get('text').length<t.length)p.set('cut','1');open(u)})()"
)
"""30,000 characters: half of what the server reads of a request's first line."""


def bookmarklet(request: Request) -> str:
    """The bookmark's address. It opens the form with the page's title, address and host and the
    text selected there, as much as an address can hold, and says when that was not all. It runs
    on the other page alone; pressed on ours, the content security policy refuses it.
    """
    here = f"{request.url.scheme}://{request.url.netloc}/import"
    return _CODE.replace("HERE", here)
