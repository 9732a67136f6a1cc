"""What each document says: views of the model, templates rendered, the tree assembled and numbered.

The way of the data: `views` wrap the model and record what is read; `environment` renders the section templates of
an outline;
`assembler` checks, numbers and links the result; `compose` ties them together and gives a `DocumentTree`.
"""
