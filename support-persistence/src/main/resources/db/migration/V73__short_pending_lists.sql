-- What is new waits in a list beside an index of words until there is enough of it, and each search reads that list from end to
-- end: with the 4 MB that are usual it took most of a search's time. A quarter of a megabyte costs writing next to nothing.
alter index ticket_text_doc set (gin_pending_list_limit = 256);
alter index ticket_summary_parts set (gin_pending_list_limit = 256);
