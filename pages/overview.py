"""Where do we stand? Members by month, status now, what changed since last year."""

from charts.overview import figure, strip
from pages.parts.filter_bar import filter_bar
from pages.parts.page import chart, closing, opening, picture, view_or_stop
from pages.parts.reader import reader
from views.overview import view
from views.view import Options

here = reader()
filters = filter_bar(here)
options = Options(here.language, here.limit)
answer = view_or_stop(view, filters, options)

opening(answer)
picture(answer, figure, here)
chart(strip, answer, here, "status-strip")
closing(answer, view, filters, options, here)
