"""PDFs of the handbook: each chapter, each tool and each area's book, made from the pages of the built site."""
