# nothing
   # here

# yet
