# cmake -DCLOUT=<binary> -DOUT=<folder> -P shell_files.cmake
# Writes clout.bash, clout.zsh, clout.fish and man1/; the file "written" tells the build that all of it is there.
file(REMOVE_RECURSE ${OUT})
file(MAKE_DIRECTORY ${OUT})
foreach(shell bash zsh fish)
  execute_process(COMMAND ${CLOUT} completion ${shell} OUTPUT_FILE ${OUT}/clout.${shell} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
execute_process(COMMAND ${CLOUT} man --all ${OUT}/man1 COMMAND_ERROR_IS_FATAL ANY)
file(TOUCH ${OUT}/written)
