# Writes the manual pages of PROGRAM into FOLDER: one of the program, one of each of its commands.
file(MAKE_DIRECTORY ${FOLDER})
execute_process(COMMAND ${PROGRAM} --manual OUTPUT_FILE ${FOLDER}/entente.1 COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PROGRAM} --complete "" OUTPUT_VARIABLE lines COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[a-z]+\t" commands "${lines}")
foreach(command IN LISTS commands)
    string(STRIP ${command} command)
    execute_process(COMMAND ${PROGRAM} --manual ${command} OUTPUT_FILE ${FOLDER}/entente-${command}.1
                    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
