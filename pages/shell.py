"""The shell that every page goes through: login, first start, language, menu, filters."""

import streamlit as st

from pages.parts.address import read_address, write_address
from pages.parts.databases import sample_job
from pages.parts.first_start import first_start
from pages.parts.frame import frame
from pages.parts.login import ask_to_log_in, logged_in
from pages.parts.menu import leave_presenting, menu
from pages.parts.reader import reader
from pages.parts.refresh import refresh

st.set_page_config(page_title="Union members", layout="wide", initial_sidebar_state=272)
read_address()
here = reader()
frame(here)
may_see = logged_in()
job = sample_job() if may_see else None
page = menu(here, shown=may_see and job is None)
if not may_see:
    ask_to_log_in(here.language)
elif job is not None:
    first_start(job, here.language)
else:
    refresh()
    try:
        page.run()
    finally:  # a page that stops early still has its way back and its address
        leave_presenting(here, page)
        write_address()
