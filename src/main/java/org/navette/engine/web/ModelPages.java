package org.navette.engine.web;

import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.navette.engine.ShippedModels;
import org.navette.engine.rehearsal.ModelPackage;
import org.navette.engine.rehearsal.RefusedPackage;
import org.navette.engine.rehearsal.Rehearsal;
import org.navette.engine.rehearsal.Rehearsals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The process owners' page: a package is rehearsed here, then applied. The agents' chain lets owners in. */
@Controller
@RequestMapping(ModelPages.PATH)
class ModelPages {

    static final String PATH = "/agents/modeles";

    private final Rehearsals rehearsals;
    private final ShippedModels shipped;

    ModelPages(Rehearsals rehearsals, ShippedModels shipped) {
        this.rehearsals = rehearsals;
        this.shipped = shipped;
    }

    @GetMapping
    ModelAndView list(Principal owner) {
        return list(owner, List.of());
    }

    @PostMapping
    ModelAndView rehearse(Principal owner, @RequestParam(required = false) List<MultipartFile> files)
            throws IOException {
        try {
            Rehearsal rehearsal = rehearsals.rehearse(owner.getName(), packed(files));
            return new ModelAndView("redirect:" + PATH + "/" + rehearsal.id());
        } catch (RefusedPackage e) {
            ModelAndView page = list(owner, e.reasons());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    private ModelAndView list(Principal owner, List<String> reasons) {
        return new ModelAndView("agents/models")
                .addObject("owner", owner.getName())
                .addObject("rehearsals", rehearsals.latest())
                .addObject("conflicts", shipped.conflicts())
                .addObject("reasons", reasons);
    }

    @GetMapping("/{rehearsal}")
    String show(Principal owner, @PathVariable UUID rehearsal, Model model) {
        fill(owner, rehearsals.find(rehearsal).orElseThrow(), List.of(), model);
        return "agents/rehearsal";
    }

    @PostMapping("/{rehearsal}/application")
    ModelAndView apply(
            Principal owner, @PathVariable UUID rehearsal, @RequestParam(defaultValue = "false") boolean move) {
        return done(owner, rehearsal, () -> rehearsals.apply(owner.getName(), rehearsal, move));
    }

    @PostMapping("/{rehearsal}/retour")
    ModelAndView undo(Principal owner, @PathVariable UUID rehearsal) {
        return done(owner, rehearsal, () -> rehearsals.undo(owner.getName(), rehearsal));
    }

    private ModelAndView done(Principal owner, UUID rehearsal, Runnable action) {
        try {
            action.run();
            return new ModelAndView("redirect:" + PATH + "/" + rehearsal);
        } catch (RefusedPackage e) {
            var model = new ExtendedModelMap();
            fill(owner, rehearsals.find(rehearsal).orElseThrow(), e.reasons(), model);
            return new ModelAndView("agents/rehearsal", model, HttpStatus.CONFLICT);
        }
    }

    private void fill(Principal owner, Rehearsal rehearsal, List<String> reasons, Model model) {
        model.addAttribute("owner", owner.getName());
        model.addAttribute("rehearsal", rehearsal);
        model.addAttribute("journal", rehearsals.journal(rehearsal.id()));
        model.addAttribute("back", rehearsals.wayBack(rehearsal.id()).orElse(null));
        model.addAttribute("reasons", reasons);
    }

    /** The package that a browser or a script sent. */
    static ModelPackage packed(@org.jspecify.annotations.Nullable List<MultipartFile> files) throws IOException {
        List<ModelPackage.Sent> sent = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = file.getOriginalFilename();
            sent.add(new ModelPackage.Sent(name == null ? "" : name, file.getBytes()));
        }
        return ModelPackage.of(sent);
    }
}
