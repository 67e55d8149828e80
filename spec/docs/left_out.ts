/** Public names of Python that Interloop leaves out on purpose, by what they are for. Members are written `Class.member`. */

const SOCKETS = "real sockets, pipes and files";
const PROCESSES = "other processes and interpreters";
const PROTOCOLS = "for real input and output; of what streams need there is `Transport`";
const FRAMES = "JavaScript knows no frames of a suspended generator";
const TRACING = "Python's own tracing; a run has a trace here";
const EXTENDING = "for those who write a Task class of their own";

/** For each module, a reason and the names that it is for. */
export const leftOut: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  asyncio: [
    [
      SOCKETS,
      [
        ...["AbstractServer", "BufferedProtocol", "DatagramProtocol", "DatagramTransport", "SendfileNotAvailableError"],
        ...["Server", "open_connection", "open_unix_connection", "start_server", "start_unix_server"],
        ...["add_reader", "add_writer", "connect_accepted_socket", "connect_read_pipe", "connect_write_pipe"].map(
          ofLoop,
        ),
        ...["create_connection", "create_datagram_endpoint", "create_server", "create_unix_connection"].map(ofLoop),
        ...["create_unix_server", "getaddrinfo", "getnameinfo", "remove_reader", "remove_writer", "sendfile"].map(
          ofLoop,
        ),
        ...["sock_accept", "sock_connect", "sock_recv", "sock_recv_into", "sock_recvfrom", "sock_recvfrom_into"].map(
          ofLoop,
        ),
        ...["sock_sendall", "sock_sendfile", "sock_sendto", "start_tls"].map(ofLoop),
        "StreamWriter.start_tls",
      ],
    ],
    [
      PROCESSES,
      [
        ...["SubprocessProtocol", "SubprocessTransport", "create_subprocess_exec", "create_subprocess_shell"],
        ...["subprocess_exec", "subprocess_shell"].map(ofLoop),
      ],
    ],
    [PROTOCOLS, ["BaseProtocol", "BaseTransport", "Protocol", "WriteTransport"]],
    [FRAMES, ["Task.get_stack", "Task.print_stack"]],
    [EXTENDING, ["_enter_task", "_leave_task", "_register_task", "_set_running_loop", "_unregister_task"]],
  ],
  "concurrent.futures": [[PROCESSES, ["InterpreterPoolExecutor", "ProcessPoolExecutor"]]],
  queue: [],
  threading: [
    [TRACING, ["getprofile", "gettrace", "setprofile", "setprofile_all_threads", "settrace", "settrace_all_threads"]],
  ],
};

function ofLoop(name: string): string {
  return `AbstractEventLoop.${name}`;
}
