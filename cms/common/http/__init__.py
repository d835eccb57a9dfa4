"""What HTTP asks of everything public, the API and the published files alike. Pure: nothing here knows Django.

An asked thing is described by its CGI variables (`REQUEST_METHOD`, `HTTP_IF_NONE_MATCH`, …): a WSGI environment, or
Django's `request.META`, which is the same mapping.
"""
